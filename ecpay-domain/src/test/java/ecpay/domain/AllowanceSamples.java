package ecpay.domain;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceId;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.AllowanceReference;
import ecpay.domain.allowance.document.AllowableInvoice;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.allowance.document.AllowanceItem;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.money.Money;
import ecpay.domain.money.Part;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.order.OrderId;
import ecpay.domain.time.Taipei;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The allowance of the sample story: the buyer takes one book back. */
public final class AllowanceSamples {
  private AllowanceSamples() {}

  /** The sample invoice, of which nothing was returned. */
  public static AllowableInvoice allowableInvoice() {
    return new AllowableInvoice(
        Samples.invoiceFacts().number(),
        Taipei.dateOf(Samples.invoiceFacts().issuedAt()),
        Money.of(1000),
        Set.of(TaxKind.TAXABLE),
        false);
  }

  /** One of the two books, 350 TWD. */
  public static AllowanceDocument allowanceDocument(Consent consent) {
    AllowanceItem book =
        new AllowanceItem(
            1,
            "小說",
            Quantity.of(1),
            "本",
            UnitPrice.of(350),
            Optional.of(TaxKind.TAXABLE),
            new BigDecimal("350"));
    return new AllowanceDocument(
        allowableInvoice(), consent, Optional.of("王小明"), Money.of(350), List.of(book));
  }

  /** Online. */
  public static Allowance.Requested requestedAllowance() {
    return requestedAllowance(
        Samples.ORDER, new AllowanceId("ALLOWANCE0001"), new AllowanceReference("return-1"));
  }

  public static Allowance.Requested requestedAllowance(
      OrderId order, AllowanceId id, AllowanceReference reference) {
    return Allowance.request(
        new Allowance.Draft(
            id,
            Samples.SHOP,
            order,
            reference,
            allowanceDocument(Samples.onlineConsent()),
            List.of(new Part(1, BigDecimal.ONE, Money.of(350))),
            Samples.NOW));
  }

  public static AllowanceNumber allowanceNumber() {
    return new AllowanceNumber("2026112112051234");
  }
}
