package ecpay.domain.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.CardId;
import ecpay.domain.boundcard.CardSafe;
import ecpay.domain.boundcard.SealedCardId;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A safe whose keys have names and can be changed and lost; it hides nothing. */
public final class ScriptedSafe implements CardSafe {
  private final Set<String> keys = new HashSet<>(Set.of("first"));
  private Optional<String> current = Optional.of("first");

  /** Another key from now on; the old ones open no more unless they are kept. */
  public void changeKey(String next, boolean keepOld) {
    if (!keepOld) {
      keys.clear();
    }
    keys.add(next);
    current = Optional.of(next);
  }

  public void loseTheKey() {
    keys.clear();
    current = Optional.empty();
  }

  @Override
  public boolean canSeal() {
    return current.isPresent();
  }

  @Override
  public SealedCardId seal(CardId card, BindCardId id) {
    return new SealedCardId(
        current.orElseThrow(IllegalStateException::new),
        Base64.getEncoder().encodeToString((card + " " + id.value()).getBytes(UTF_8)));
  }

  @Override
  public Optional<BindCardId> open(CardId card, SealedCardId sealed) {
    if (!keys.contains(sealed.key())) {
      return Optional.empty();
    }
    String[] words = new String(Base64.getDecoder().decode(sealed.text()), UTF_8).split(" ", 2);
    return words[0].equals(card.value()) ? Optional.of(new BindCardId(words[1])) : Optional.empty();
  }
}
