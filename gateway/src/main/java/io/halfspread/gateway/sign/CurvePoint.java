package io.halfspread.gateway.sign;

import io.halfspread.codec.contract.HotPath;

/**
 * A point of secp256k1 in Jacobian coordinates: x = X / Z^2, y = Y / Z^3. It takes further points by addition; the two sums
 * that the formula does not know (a point and itself or its opposite) must not occur. No branch and no index depends on a
 * value. For one thread.
 */
@HotPath
final class CurvePoint {
    private static final int X_MAGNITUDE = 6;
    private static final int Y_MAGNITUDE = 3;

    private final long[] x = new long[Words.LIMBS];
    private final long[] y = new long[Words.LIMBS];
    private final long[] z = new long[Words.LIMBS];

    private final long[] zz = new long[Words.LIMBS];
    private final long[] h = new long[Words.LIMBS];
    private final long[] hh = new long[Words.LIMBS];
    private final long[] hhh = new long[Words.LIMBS];
    private final long[] v = new long[Words.LIMBS];
    private final long[] slope = new long[Words.LIMBS];
    private final long[] t = new long[Words.LIMBS];
    private final FieldInversion inversion = new FieldInversion();

    /** Becomes an affine point. */
    void set(final long[] affineX, final long[] affineY) {
        Words.copy(affineX, x);
        Words.copy(affineY, y);
        Words.wipe(z);
        z[0] = 1;
    }

    /** Adds an affine point of magnitude 2 at most. */
    void add(final long[] affineX, final long[] affineY) {
        FieldArithmetic.square(z, zz);
        FieldArithmetic.multiply(affineX, zz, h);
        FieldArithmetic.subtract(h, x, X_MAGNITUDE, h);
        FieldArithmetic.multiply(zz, z, slope);
        FieldArithmetic.multiply(slope, affineY, slope);
        FieldArithmetic.subtract(slope, y, Y_MAGNITUDE, slope);
        FieldArithmetic.multiply(z, h, z);
        finishSum();
    }

    private void finishSum() {
        FieldArithmetic.square(h, hh);
        FieldArithmetic.multiply(h, hh, hhh);
        FieldArithmetic.multiply(x, hh, v);
        FieldArithmetic.square(slope, x);
        FieldArithmetic.subtract(x, hhh, 1, x);
        FieldArithmetic.add(v, v, t);
        FieldArithmetic.subtract(x, t, 2, x);
        FieldArithmetic.subtract(v, x, X_MAGNITUDE, v);
        FieldArithmetic.multiply(y, hhh, hhh);
        FieldArithmetic.multiply(slope, v, y);
        FieldArithmetic.subtract(y, hhh, 1, y);
    }

    /** Becomes twice an affine point. */
    void setDoubled(final long[] affineX, final long[] affineY) {
        set(affineX, affineY);
        FieldArithmetic.square(affineY, zz);
        FieldArithmetic.multiply(affineX, zz, v);
        FieldArithmetic.add(v, v, v);
        FieldArithmetic.add(v, v, v);
        FieldArithmetic.square(zz, h);
        for (int i = 0; i < 3; i++) {
            FieldArithmetic.add(h, h, h);
        }
        FieldArithmetic.square(affineX, t);
        FieldArithmetic.add(t, t, slope);
        FieldArithmetic.add(slope, t, slope);
        FieldArithmetic.add(affineY, affineY, z);
        FieldArithmetic.square(slope, x);
        FieldArithmetic.add(v, v, t);
        normalize(t);
        FieldArithmetic.subtract(x, t, 1, x);
        normalize(x);
        FieldArithmetic.subtract(v, x, 1, v);
        FieldArithmetic.multiply(slope, v, y);
        normalize(h);
        FieldArithmetic.subtract(y, h, 1, y);
    }

    private static void normalize(final long[] a) {
        FieldArithmetic.normalize(a);
    }

    /** Copies the coordinates. */
    void copyTo(final long[] jacobianX, final long[] jacobianY, final long[] jacobianZ) {
        Words.copy(x, jacobianX);
        Words.copy(y, jacobianY);
        Words.copy(z, jacobianZ);
    }

    /** Gives the affine coordinates in their one form below p. */
    void affine(final long[] affineX, final long[] affineY) {
        inversion.invert(z, t);
        FieldArithmetic.square(t, zz);
        FieldArithmetic.multiply(x, zz, affineX);
        FieldArithmetic.multiply(zz, t, zz);
        FieldArithmetic.multiply(y, zz, affineY);
        FieldArithmetic.normalize(affineX);
        FieldArithmetic.normalize(affineY);
    }

    /** Forgets everything. */
    void wipe() {
        Words.wipe(x);
        Words.wipe(y);
        Words.wipe(z);
        Words.wipe(zz);
        Words.wipe(h);
        Words.wipe(hh);
        Words.wipe(hhh);
        Words.wipe(v);
        Words.wipe(slope);
        Words.wipe(t);
    }
}
