package io.halfspread.gateway.sign;

import java.math.BigInteger;
import java.util.Random;

/** Numbers below a modulus, from a seed: mostly uniform, some at the edges and some with long runs of equal bits. */
final class RandomScalars {
    private final Random random;
    private final BigInteger modulus;

    RandomScalars(final long seed, final BigInteger modulus) {
        random = new Random(seed);
        this.modulus = modulus;
    }

    BigInteger next() {
        switch (random.nextInt(8)) {
            case 0:
                return BigInteger.valueOf(random.nextInt(4));
            case 1:
                return modulus.subtract(BigInteger.valueOf(1 + random.nextInt(4)));
            case 2:
                return BigInteger.ONE
                        .shiftLeft(1 + random.nextInt(256))
                        .subtract(BigInteger.ONE)
                        .shiftLeft(random.nextInt(128))
                        .mod(modulus);
            default:
                return new BigInteger(256, random).mod(modulus);
        }
    }

    static BigInteger of(final long[] words) {
        BigInteger value = BigInteger.ZERO;
        for (int i = words.length - 1; i >= 0; i--) {
            value = value.shiftLeft(64).add(new BigInteger(Long.toUnsignedString(words[i])));
        }
        return value;
    }

    static BigInteger ofLimbs(final long[] limbs) {
        BigInteger value = BigInteger.ZERO;
        for (int i = limbs.length - 1; i >= 0; i--) {
            value = value.shiftLeft(52).add(new BigInteger(Long.toUnsignedString(limbs[i])));
        }
        return value;
    }
}
