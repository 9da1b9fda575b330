package ecpay.adapter.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.CardId;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps BindCardIDs encrypted: AES-256-GCM with a nonce of its own for each, bound to the card they
 * belong to, so that one cannot be put in another's place.
 */
final class CardVault {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Optional<SecretKeySpec> key;
  private final SecureRandom random = new SecureRandom();

  CardVault(Optional<CardKey> key) {
    this.key = key.map(known -> new SecretKeySpec(known.bytes(), "AES"));
  }

  boolean hasKey() {
    return key.isPresent();
  }

  byte[] seal(CardId card, BindCardId id) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, card, nonce, id.value().getBytes(UTF_8));
    byte[] kept = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, kept, NONCE_BYTES, sealed.length);
    return kept;
  }

  BindCardId open(CardId card, byte[] kept) {
    byte[] nonce = Arrays.copyOf(kept, NONCE_BYTES);
    byte[] sealed = Arrays.copyOfRange(kept, NONCE_BYTES, kept.length);
    return new BindCardId(new String(crypt(Cipher.DECRYPT_MODE, card, nonce, sealed), UTF_8));
  }

  private byte[] crypt(int mode, CardId card, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode,
          key.orElseThrow(() -> new IllegalStateException("bound cards need their key")),
          new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(card.value().getBytes(UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException(
          "the id of card " + card + " cannot be read: is it another key?", failed);
    }
  }
}
