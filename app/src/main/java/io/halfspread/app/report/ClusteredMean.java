package io.halfspread.app.report;

/**
 * A mean and its standard error when neighbours in time are not independent: observations of one stretch of time are one
 * cluster. Three sums are enough. For one thread.
 */
public final class ClusteredMean {
    private static final double NORMAL_95 = 1.959963984540054;

    private final long clusterNs;
    private long count;
    private double sum;
    private long clusters;
    private long cluster;
    private long inCluster;
    private double ofCluster;
    private double sumSquares;
    private double sumCross;
    private double countSquares;

    /**
     * No observation yet.
     *
     * @param clusterNs length of a stretch of time, ns
     */
    public ClusteredMean(final long clusterNs) {
        this.clusterNs = clusterNs;
    }

    /**
     * Adds an observation; times do not fall.
     *
     * @param atNs  its time, ns
     * @param value what was observed
     */
    public void add(final long atNs, final double value) {
        final long index = Math.floorDiv(atNs, clusterNs);
        if (count > 0 && index != cluster) {
            close();
        }
        cluster = index;
        inCluster++;
        ofCluster += value;
        count++;
        sum += value;
    }

    /** Adds the open cluster to the sums. */
    private void close() {
        clusters++;
        sumSquares += ofCluster * ofCluster;
        sumCross += ofCluster * inCluster;
        countSquares += (double) inCluster * inCluster;
        ofCluster = 0;
        inCluster = 0;
    }

    /**
     * The mean so far.
     *
     * @return with its band, once there are two clusters
     */
    public Estimate estimate() {
        if (count == 0) {
            return Estimate.NONE;
        }
        if (inCluster > 0) {
            close();
        }
        final double mean = sum / count;
        if (clusters < 2) {
            return new Estimate(count, clusters, mean, null);
        }
        final double spread = Math.max(0, sumSquares - 2 * mean * sumCross + mean * mean * countSquares);
        final double error = Math.sqrt(spread * clusters / (clusters - 1)) / count;
        return new Estimate(count, clusters, mean, NORMAL_95 * error);
    }
}
