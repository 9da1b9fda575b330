package ecpay.domain.payment.offer;

import ecpay.domain.rule.Violations;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How an attempt lets the buyer pay.
 *
 * @param methods at least one, each offered on that channel
 * @param card what is offered to a buyer who pays by card
 * @param codes how long codes may be paid with
 * @param brand the one bank or store to use (ChooseSubPayment, ATMBankCode, CVSCode), 1 to 20
 *     letters and digits, for one method alone; empty to let the buyer choose
 * @param extras what the shop adds
 */
public record Offer(
    Channel channel,
    Set<PaymentMethod> methods,
    CardOffer card,
    CodeLife codes,
    Optional<String> brand,
    Extras extras) {
  public Offer {
    methods = Set.copyOf(methods);
    Violations violations = new Violations();
    violations.require(!methods.isEmpty(), "R-PAY-01", "methods", "offer at least one way to pay");
    methods.stream()
        .sorted()
        .filter(method -> !method.isOfferedOn(channel))
        .forEach(method ->
            violations.require(
                false,
                "R-PAY-01",
                "methods",
                method.name().toLowerCase(Locale.ROOT)
                    + " is offered on ECPay's own page only (channel hosted)"));
    requireTogether(violations, methods, card);
    if (channel == Channel.HOSTED) {
      requireOneForm(violations, methods, card, codes);
    }
    violations.require(
        brand.isEmpty() || methods.size() == 1,
        "R-PAY-01",
        "brand",
        "a bank or store belongs to one method: offer that one alone");
    violations.require(
        brand.map(name -> name.matches("[A-Za-z0-9]{1,20}")).orElse(true),
        "R-PAY-01",
        "brand",
        "a bank or store is 1 to 20 letters and digits, such as FIRST or FAMILY");
    extras.check(violations, channel, methods);
    violations.throwIfAny();
  }

  /** Without extras. */
  public Offer(
      Channel channel,
      Set<PaymentMethod> methods,
      CardOffer card,
      CodeLife codes,
      Optional<String> brand) {
    this(channel, methods, card, codes, brand, Extras.NONE);
  }

  /** What excludes what, and what belongs together (R-ORD-16). */
  private static void requireTogether(
      Violations violations, Set<PaymentMethod> methods, CardOffer card) {
    boolean inInstalments = methods.contains(PaymentMethod.INSTALMENTS);
    boolean flexible = methods.contains(PaymentMethod.FLEXIBLE_INSTALMENTS);
    boolean unionPay = methods.contains(PaymentMethod.UNION_PAY);
    violations.require(
        inInstalments == !card.instalments().isEmpty(),
        "R-ORD-16",
        "instalments",
        "the method instalments and the numbers of instalments belong together");
    violations.require(
        !(card.bonusPoints() && (inInstalments || flexible)),
        "R-ORD-16",
        "bonusPoints",
        "bonus points and instalments exclude each other");
    violations.require(
        card.periodic().isEmpty() || methods.equals(Set.of(PaymentMethod.CARD)),
        "R-ORD-16",
        "periodic",
        unionPay
            ? "UnionPay allows no periodic charges"
            : "a periodic contract is paid by the method card alone, without instalments");
    violations.require(
        !card.bonusPoints() || methods.contains(PaymentMethod.CARD),
        "R-ORD-16",
        "bonusPoints",
        "bonus points are those of the method card");
    violations.require(
        card.remember().isEmpty()
            || methods.contains(PaymentMethod.CARD)
            || methods.contains(PaymentMethod.INSTALMENTS),
        "R-ORD-17",
        "remember",
        "only a card can be remembered: offer card or instalments");
    violations.require(
        !(unionPay && methods.size() > 1 && (inInstalments || flexible)),
        "R-ORD-16",
        "methods",
        "UnionPay allows no instalments: offer it in an attempt of its own");
  }

  /** What one form of AIO cannot say: a field of it serves several methods. */
  private static void requireOneForm(
      Violations violations, Set<PaymentMethod> methods, CardOffer card, CodeLife codes) {
    violations.require(
        !methods.contains(PaymentMethod.UNION_PAY)
            || methods.stream()
                .allMatch(method -> method == PaymentMethod.UNION_PAY || !method.isCardForm()),
        "R-ORD-16",
        "methods",
        "ECPay's page takes UnionPay or other cards: offer union_pay without them");
    violations.require(
        !(methods.contains(PaymentMethod.CVS_CODE) && methods.contains(PaymentMethod.CVS_BARCODE))
            || (codes.cvsMinutes() == CodeLife.DEFAULT.cvsMinutes()
                && codes.barcodeDays() == CodeLife.DEFAULT.barcodeDays()),
        "R-ORD-14",
        "expiry",
        "ECPay's page has one StoreExpireDate for CVS codes and barcodes: offer one of them, or let"
            + " both live seven days");
    int counts = card.instalments().stream().mapToInt(count -> count < 10 ? 2 : 3).sum();
    violations.require(
        counts + (methods.contains(PaymentMethod.FLEXIBLE_INSTALMENTS) ? 4 : 0) <= 21,
        "R-ORD-16",
        "instalments",
        "ECPay's page takes 20 characters of instalments: offer fewer of them");
  }

  /** These methods on our own page, in their plainest form. */
  public static Offer embedded(Set<PaymentMethod> methods) {
    return new Offer(
        Channel.EMBEDDED, methods, CardOffer.PLAIN, CodeLife.DEFAULT, Optional.empty());
  }

  /** These methods on ECPay's page, in their plainest form. */
  public static Offer hosted(Set<PaymentMethod> methods) {
    return new Offer(Channel.HOSTED, methods, CardOffer.PLAIN, CodeLife.DEFAULT, Optional.empty());
  }
}
