package ecpay.adapter.persistence.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.CardId;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps BindCardIDs encrypted: AES-256-GCM with a nonce of its own for each, bound to the card they
 * belong to, so that one cannot be put in another's place.
 */
public final class CardVault {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Optional<SecretKeySpec> key;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param key empty where no card can be bound
   */
  public CardVault(Optional<Key> key) {
    this.key = key.map(known -> new SecretKeySpec(known.bytes(), "AES"));
  }

  /** Whether ids can be sealed and opened. */
  public boolean hasKey() {
    return key.isPresent();
  }

  /** The encrypted id, of that card only. */
  public byte[] seal(CardId card, BindCardId id) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, card, nonce, id.value().getBytes(UTF_8));
    byte[] kept = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, kept, NONCE_BYTES, sealed.length);
    return kept;
  }

  /**
   * The id that was sealed for that card.
   *
   * @throws IllegalStateException without the key that sealed it
   */
  public BindCardId open(CardId card, byte[] kept) {
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

  /** The key with which the ids of bound cards are encrypted; prints as nothing. */
  public static final class Key {
    private static final int BYTES = 32;

    private final byte[] bytes;

    /**
     * @param base64 32 bytes
     * @throws IllegalArgumentException for anything else; the text is not quoted
     */
    public Key(String base64) {
      byte[] decoded;
      try {
        decoded = Base64.getDecoder().decode(base64.strip());
      } catch (IllegalArgumentException _) {
        throw new IllegalArgumentException("a card key is 32 bytes in Base64");
      }
      if (decoded.length != BYTES) {
        throw new IllegalArgumentException("a card key is 32 bytes in Base64");
      }
      this.bytes = decoded;
    }

    byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public String toString() {
      return "Key[hidden]";
    }
  }
}
