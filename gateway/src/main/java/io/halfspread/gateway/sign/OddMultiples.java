package io.halfspread.gateway.sign;

/** The odd multiples of a point and, last, twice their number of it, with one inversion for all. Cold. */
final class OddMultiples {
    private final int count;
    private final long[][] x;
    private final long[][] y;
    private final long[][] z;
    private final long[][] products;
    private final CurvePoint point = new CurvePoint();
    private final long[] twoX = new long[Words.LIMBS];
    private final long[] twoY = new long[Words.LIMBS];
    private final long[] rest = new long[Words.LIMBS];
    private final long[] inverse = new long[Words.LIMBS];
    private final long[] power = new long[Words.LIMBS];

    OddMultiples(final int count) {
        this.count = count;
        x = new long[count + 1][Words.LIMBS];
        y = new long[count + 1][Words.LIMBS];
        z = new long[count + 1][Words.LIMBS];
        products = new long[count + 1][Words.LIMBS];
    }

    void calculate(final long[] affineX, final long[] affineY) {
        point.setDoubled(affineX, affineY);
        point.affine(twoX, twoY);
        point.set(affineX, affineY);
        for (int i = 0; i < count; i++) {
            point.copyTo(x[i], y[i], z[i]);
            if (i < count - 1) {
                point.add(twoX, twoY);
            }
        }
        point.add(affineX, affineY);
        point.copyTo(x[count], y[count], z[count]);
        normalize();
    }

    /** The inverse of a product of all, taken apart from the end. */
    private void normalize() {
        Words.copy(z[0], products[0]);
        for (int i = 1; i <= count; i++) {
            FieldArithmetic.multiply(products[i - 1], z[i], products[i]);
        }
        new FieldInversion().invert(products[count], rest);
        for (int i = count; i > 0; i--) {
            FieldArithmetic.multiply(rest, products[i - 1], inverse);
            FieldArithmetic.multiply(rest, z[i], rest);
            FieldArithmetic.square(inverse, power);
            FieldArithmetic.multiply(x[i], power, x[i]);
            FieldArithmetic.multiply(power, inverse, power);
            FieldArithmetic.multiply(y[i], power, y[i]);
            FieldArithmetic.normalize(x[i]);
            FieldArithmetic.normalize(y[i]);
        }
    }

    /** x of multiple 2 i + 1, or of the last, in its one form below p. */
    long[] x(final int i) {
        return x[i];
    }

    /** y of multiple 2 i + 1, or of the last, in its one form below p. */
    long[] y(final int i) {
        return y[i];
    }
}
