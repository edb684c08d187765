package org.medianest.auth.notification.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** Points of the curve P-256 as the push services write them: uncompressed, 65 bytes. */
final class P256 {
    static final int POINT = 65;

    private static final int COORDINATE = 32;
    private static final byte UNCOMPRESSED = 4;
    private static final BigInteger THREE = BigInteger.valueOf(3);

    private P256() {}

    static KeyPair newPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    static ECParameterSpec curve() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    static byte[] encoded(ECPublicKey key) {
        byte[] bytes = new byte[POINT];
        bytes[0] = UNCOMPRESSED;
        put(key.getW().getAffineX(), bytes, 1);
        put(key.getW().getAffineY(), bytes, 1 + COORDINATE);
        return bytes;
    }

    /** @throws GeneralSecurityException when it is no point of the curve: what is agreed on with one that is not would betray our key */
    static ECPublicKey decoded(byte[] bytes) throws GeneralSecurityException {
        if (bytes.length != POINT || bytes[0] != UNCOMPRESSED) {
            throw new GeneralSecurityException("not an uncompressed point of P-256");
        }
        ECParameterSpec curve = curve();
        ECPoint point = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(bytes, 1, 1 + COORDINATE)),
                new BigInteger(1, Arrays.copyOfRange(bytes, 1 + COORDINATE, POINT)));
        if (!isOn(curve, point)) {
            throw new GeneralSecurityException("not a point of P-256");
        }
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve));
    }

    /** Whether y² = x³ + ax + b, with both below the prime of the field. */
    private static boolean isOn(ECParameterSpec spec, ECPoint point) {
        BigInteger prime = ((ECFieldFp) spec.getCurve().getField()).getP();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        BigInteger right = x.modPow(THREE, prime)
                .add(spec.getCurve().getA().multiply(x))
                .add(spec.getCurve().getB())
                .mod(prime);
        return x.compareTo(prime) < 0
                && y.compareTo(prime) < 0
                && y.multiply(y).mod(prime).equals(right);
    }

    private static void put(BigInteger coordinate, byte[] bytes, int offset) {
        byte[] number = coordinate.toByteArray();
        int length = Math.min(number.length, COORDINATE);
        System.arraycopy(number, number.length - length, bytes, offset + COORDINATE - length, length);
    }
}
