package org.medianest.auth.notification.push;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.medianest.auth.notification.push.PushKeyStore.SealedKey;
import org.medianest.commons.secret.SecretBox;

/** The key of this house: made when it is first asked for, and the same from then on, since browsers subscribe with it. */
@ApplicationScoped
class VapidKeys {
    private final PushKeyStore store;
    private final SecretBox secrets;
    private volatile @Nullable VapidKey loaded;

    VapidKeys(PushKeyStore store, SecretBox secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    Uni<VapidKey> key() {
        VapidKey known = loaded;
        return known != null
                ? Uni.createFrom().item(known)
                : store.findOrKeep(this::make).map(this::unseal).invoke(key -> loaded = key);
    }

    private SealedKey make() {
        try {
            KeyPair pair = P256.newPair();
            return new SealedKey(
                    secrets.seal(pair.getPrivate().getEncoded(), VapidKey.PLACE),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(P256.encoded((ECPublicKey)
                            pair.getPublic())));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a key for push services cannot be made", broken);
        }
    }

    private VapidKey unseal(SealedKey key) {
        try {
            byte[] encoded = secrets.open(key.sealedPrivateKey(), VapidKey.PLACE);
            return new VapidKey(
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded)), key.publicPoint());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the key for push services is unusable", broken);
        }
    }
}
