package ecpay.domain.payment.offer;

import ecpay.domain.rule.Violations;
import java.util.Optional;
import java.util.Set;

/**
 * What is offered to a buyer who pays by card.
 *
 * @param instalments how many instalments the buyer may choose: 3, 6, 12, 18 or 24 by contract, 5,
 *     8, 9 or 10 for gateway merchants
 * @param bonusPoints whether the card's bonus points may be used up (Redeem)
 * @param periodic set when the card is charged again and again
 * @param remember the member whose card ECPay is to remember; empty to remember none (R-ORD-17)
 */
public record CardOffer(
    Set<Integer> instalments,
    boolean bonusPoints,
    Optional<PeriodicTerms> periodic,
    Optional<MemberId> remember) {
  private static final Set<Integer> INSTALMENTS = Set.of(3, 5, 6, 8, 9, 10, 12, 18, 24);

  /** A card, charged once, in one sum. */
  public static final CardOffer PLAIN =
      new CardOffer(Set.of(), false, Optional.empty(), Optional.empty());

  public CardOffer {
    instalments = Set.copyOf(instalments);
    Violations violations = new Violations();
    violations.require(
        INSTALMENTS.containsAll(instalments),
        "R-ORD-16",
        "instalments",
        "ECPay knows 3, 6, 12, 18, 24 and, for gateway merchants, 5, 8, 9, 10 instalments");
    violations.require(
        !(bonusPoints && periodic.isPresent()),
        "R-ORD-16",
        "bonusPoints",
        "bonus points and periodic charges exclude each other");
    violations.throwIfAny();
  }
}
