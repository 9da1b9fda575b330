package ecpay.domain.invoice.document;

import ecpay.domain.money.TaxKind;
import ecpay.domain.order.ZeroRating;
import ecpay.domain.rule.Violations;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How an invoice as a whole is taxed; what depends on its lines is checked by {@link #fits}.
 *
 * @param zeroRating ClearanceMark and ZeroTaxRateReason (R-INV-17)
 * @param specialRate SpecialTaxType: 8 for exempt, 1 to 8 for special rates, else empty (R-INV-18)
 */
public record Taxation(
    InvoiceType type, TaxType tax, Optional<ZeroRating> zeroRating, OptionalInt specialRate) {

  public Taxation {
    Violations violations = new Violations();
    violations.require(
        type.allows(tax),
        "R-INV-16",
        "taxType",
        "InvType " + type.code() + " does not allow TaxType " + tax.code());
    if (tax == TaxType.ZERO_RATED) {
      violations.require(
          zeroRating.isPresent(),
          "R-INV-17",
          "zeroRating",
          "zero-rated goods need a clearance mark and a reason");
    } else if (tax != TaxType.MIXED) {
      violations.require(
          zeroRating.isEmpty(),
          "R-INV-17",
          "zeroRating",
          "a clearance mark and a reason belong to zero-rated goods only");
    }
    violations.require(
        specialRateFits(tax, specialRate),
        "R-INV-18",
        "specialRate",
        "SpecialTaxType is 8 for exempt goods, 1 to 8 for special rates, and absent otherwise");
    violations.throwIfAny();
  }

  private static boolean specialRateFits(TaxType tax, OptionalInt rate) {
    return switch (tax) {
      case EXEMPT -> rate.equals(OptionalInt.of(8));
      case SPECIAL_RATE -> rate.isPresent() && rate.getAsInt() >= 1 && rate.getAsInt() <= 8;
      case TAXABLE, ZERO_RATED, MIXED -> rate.isEmpty();
    };
  }

  /** The taxation of a general invoice whose lines are taxed like this (R-INV-19, R-INV-20). */
  public static Taxation of(Collection<TaxKind> lines, Optional<ZeroRating> zeroRating) {
    Set<TaxKind> kinds = EnumSet.copyOf(lines);
    TaxType tax =
        kinds.size() > 1
            ? TaxType.MIXED
            : switch (kinds.iterator().next()) {
              case TAXABLE -> TaxType.TAXABLE;
              case ZERO_RATED -> TaxType.ZERO_RATED;
              case EXEMPT -> TaxType.EXEMPT;
            };
    OptionalInt specialRate = tax == TaxType.EXEMPT ? OptionalInt.of(8) : OptionalInt.empty();
    return new Taxation(InvoiceType.GENERAL, tax, zeroRating, specialRate);
  }

  /** Reports what the lines break: R-INV-17 for mixed invoices, R-INV-19, R-INV-20. */
  void fits(Violations violations, Collection<InvoiceItem> items) {
    if (tax == TaxType.MIXED) {
      fitsMixed(violations, items);
      return;
    }
    violations.require(
        items.stream()
            .allMatch(item -> item.tax().isEmpty() || item.tax().get().code() == tax.code()),
        "R-INV-20",
        "items",
        "every line's tax is empty or that of the invoice");
  }

  private void fitsMixed(Violations violations, Collection<InvoiceItem> items) {
    boolean everyLineSaysSo = items.stream().allMatch(item -> item.tax().isPresent());
    Set<TaxKind> kinds = EnumSet.noneOf(TaxKind.class);
    items.forEach(item -> item.tax().ifPresent(kinds::add));
    violations.require(
        everyLineSaysSo && kinds.size() == 2 && kinds.contains(TaxKind.TAXABLE),
        "R-INV-19",
        "items",
        "a mixed invoice has taxable lines, and beside them only zero-rated or only exempt ones");
    violations.require(
        kinds.contains(TaxKind.ZERO_RATED) == zeroRating.isPresent(),
        "R-INV-17",
        "zeroRating",
        "a clearance mark and a reason are given exactly when a line is zero-rated");
  }
}
