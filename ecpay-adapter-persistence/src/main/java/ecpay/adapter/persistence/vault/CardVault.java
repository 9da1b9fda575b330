package ecpay.adapter.persistence.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.CardId;
import ecpay.domain.boundcard.CardSafe;
import ecpay.domain.boundcard.SealedCardId;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals BindCardIDs: AES-256-GCM with a nonce of its own for each, bound to the card they belong
 * to, so that one cannot be put in another's place.
 */
public final class CardVault implements CardSafe {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Optional<Key> current;
  private final Map<String, Key> keys = new LinkedHashMap<>();
  private final SecureRandom random = new SecureRandom();

  public CardVault(Keys given) {
    this.current = given.current();
    current.ifPresent(key -> keys.put(key.name(), key));
    given.old().forEach(key -> keys.putIfAbsent(key.name(), key));
  }

  @Override
  public boolean canSeal() {
    return current.isPresent();
  }

  @Override
  public SealedCardId seal(CardId card, BindCardId id) {
    Key key =
        current.orElseThrow(() -> new IllegalStateException("bound cards need the key cards.key"));
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, key, card, nonce).doFinal(id.value().getBytes(UTF_8));
      byte[] kept = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, kept, NONCE_BYTES, sealed.length);
      return new SealedCardId(key.name(), Base64.getEncoder().encodeToString(kept));
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("the id of card " + card + " cannot be sealed", failed);
    }
  }

  @Override
  public Optional<BindCardId> open(CardId card, SealedCardId sealed) {
    return candidates(sealed).stream()
        .map(key -> open(key, card, Base64.getDecoder().decode(sealed.text())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The key by its name; any, for what was sealed before keys had names. */
  private List<Key> candidates(SealedCardId sealed) {
    return sealed.key().isEmpty()
        ? List.copyOf(keys.values())
        : Optional.ofNullable(keys.get(sealed.key())).stream().toList();
  }

  private static Optional<BindCardId> open(Key key, CardId card, byte[] kept) {
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, card, Arrays.copyOf(kept, NONCE_BYTES));
      byte[] text = cipher.doFinal(kept, NONCE_BYTES, kept.length - NONCE_BYTES);
      return Optional.of(new BindCardId(new String(text, UTF_8)));
    } catch (AEADBadTagException _) {
      return Optional.empty(); // another key, or another card's
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("the id of card " + card + " cannot be opened", failed);
    }
  }

  private static Cipher cipher(int mode, Key key, CardId card, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.secret, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(card.value().getBytes(UTF_8));
    return cipher;
  }

  /**
   * The keys at hand.
   *
   * @param current seals; without one no card can be bound
   * @param old open what was sealed before the current one
   */
  public record Keys(Optional<Key> current, List<Key> old) {
    public static final Keys NONE = new Keys(Optional.empty(), List.of());

    public Keys {
      old = List.copyOf(old);
    }
  }

  /** A key with which the ids of bound cards are sealed; prints as nothing. */
  public static final class Key {
    private static final int BYTES = 32;
    private static final int NAME_BYTES = 8;

    private final SecretKeySpec secret;
    private final String name;

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
      this.secret = new SecretKeySpec(decoded, "AES");
      this.name = nameOf(decoded);
    }

    /** Follows from the key, and tells nothing of it. */
    private static String nameOf(byte[] bytes) {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update("ecpay cards.key".getBytes(UTF_8));
        return HexFormat.of().formatHex(digest.digest(bytes), 0, NAME_BYTES);
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException("every Java has SHA-256", impossible);
      }
    }

    /** What is kept beside an id that it sealed: 16 hexadecimal digits. */
    public String name() {
      return name;
    }

    @Override
    public String toString() {
      return "Key[hidden]";
    }
  }
}
