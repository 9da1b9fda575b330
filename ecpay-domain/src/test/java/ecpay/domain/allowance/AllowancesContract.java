package ecpay.domain.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ecpay.domain.AllowanceSamples;
import ecpay.domain.BooksContract;
import ecpay.domain.Samples;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.answer.Delivery;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.merchant.MerchantId;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

public abstract class AllowancesContract extends BooksContract {
  private final Allowance.Requested requested = AllowanceSamples.requestedAllowance();
  private final AllowanceNumber number = AllowanceSamples.allowanceNumber();
  private final Allowance.AwaitingConsent awaiting =
      requested.awaitingConsent(number, Samples.NOW.plus(Allowance.CONSENT_TIME));

  @Test
  void anAllowanceIsFoundByItsIdAndItsOrder() {
    placedOrder();
    holdingOrder(() -> books.allowances().add(requested));

    assertThat(books.allowances().find(Samples.SHOP, requested.id())).contains(requested);
    assertThat(books.allowances().ofOrder(Samples.SHOP, Samples.ORDER)).containsExactly(requested);
  }

  @Test
  void theStateThatWasSavedLastIsFound() {
    placedOrder();
    holdingOrder(() -> books.allowances().add(requested));
    Reason reason = new Reason("買錯了");
    Withdrawal wish = Withdrawal.of(reason, Samples.NOW);

    for (Allowance state :
        new Allowance[] {
          requested.sending(Samples.NOW),
          requested.outcomeUnknown("timed out", true, Samples.NOW),
          requested.outcomeUnknown("HTTP 500", false, Samples.NOW),
          awaiting,
          awaiting.cancelling(wish),
          awaiting.with(Optional.of(wish.with(new Delivery.Sent(Samples.NOW, false)))),
          awaiting.cancel(reason, Samples.NOW),
          awaiting.expire(awaiting.deadline()),
          new Allowance.Expired(requested.draft(), Optional.empty(), Samples.NOW),
          awaiting.consented(Samples.NOW),
          awaiting.consented(Samples.NOW).voiding(wish),
          awaiting
              .consented(Samples.NOW)
              .with(Optional.of(wish.with(new Delivery.Lost(Samples.NOW, true)))),
          awaiting.consented(Samples.NOW).voided(reason, Samples.NOW),
          requested.refused("2000016", "too much")
        }) {
      holdingOrder(() -> books.allowances().save(state));
      assertThat(books.allowances().find(Samples.SHOP, requested.id())).contains(state);
    }
  }

  @Test
  void aSignatureThatArrivesIsKept() {
    placedOrder();
    Allowance.Issued owing = onPaper("PAPER").issued(number, Samples.NOW);
    holdingOrder(() -> books.allowances().add(owing));

    holdingOrder(() -> books.allowances().save(owing.signed(Samples.NOW)));

    assertThat(books.allowances().find(Samples.SHOP, owing.id()))
        .contains(owing.signed(Samples.NOW));
  }

  @Test
  void theOpenEndsAreConsentsAndSignaturesThatAreMissing() {
    placedOrder();
    Allowance.Requested second = onPaper("OWES");
    Allowance.Issued owing = second.issued(new AllowanceNumber("2026112112059999"), Samples.NOW);
    Allowance.Requested notYet = onPaper("NOTYET");
    for (Allowance allowance : new Allowance[] {awaiting, owing, notYet}) {
      holdingOrder(() -> books.allowances().add(allowance));
    }
    LocalDate day = AllowanceSamples.allowableInvoice().issuedOn();

    assertThat(books.allowances().openEnds(Samples.SHOP, day, day))
        .isEqualTo(new Allowances.OpenEnds(1, 1));
    assertThat(books.allowances().openEnds(Samples.SHOP, day.minusDays(9), day.minusDays(1)))
        .isEqualTo(new Allowances.OpenEnds(0, 0));
    assertThat(books.allowances().openEnds(Samples.SHOP, day.plusDays(1), day.plusDays(9)))
        .isEqualTo(new Allowances.OpenEnds(0, 0));
    assertThat(books.allowances().openEnds(new MerchantId("stranger"), day, day))
        .isEqualTo(new Allowances.OpenEnds(0, 0));

    holdingOrder(() -> books.allowances().save(awaiting.consented(Samples.NOW)));
    holdingOrder(() -> books.allowances().save(owing.signed(Samples.NOW)));

    assertThat(books.allowances().openEnds(Samples.SHOP, day, day))
        .isEqualTo(new Allowances.OpenEnds(0, 0));
  }

  @Test
  void anAllowanceIsFoundByItsNumberAsSoonAsItHasOne() {
    placedOrder();
    holdingOrder(() -> books.allowances().add(requested));
    assertThat(books.allowances().findByNumber(Samples.SHOP, number)).isEmpty();

    holdingOrder(() -> books.allowances().save(awaiting));

    assertThat(books.allowances().findByNumber(Samples.SHOP, number)).contains(awaiting);
    assertThat(books.allowances().findByNumber(new MerchantId("stranger"), number)).isEmpty();
  }

  @Test
  void theUnconfirmedAllowancesOfAnInvoiceAreThoseThatWereRequestedOrAreUnknown() {
    placedOrder();
    Allowance.Requested second = allowance("AAA", "return-2");
    Allowance.Unknown unknown = second.outcomeUnknown("timed out", true, Samples.NOW);
    InvoiceNumber invoice = Samples.invoiceFacts().number();
    holdingOrder(() -> books.allowances().add(requested));
    holdingOrder(() -> books.allowances().add(second));
    holdingOrder(() -> books.allowances().save(unknown));
    assertThat(books.allowances().unconfirmedOf(Samples.SHOP, invoice))
        .containsExactly(requested, unknown);

    holdingOrder(() -> books.allowances().save(awaiting));

    assertThat(books.allowances().unconfirmedOf(Samples.SHOP, invoice)).containsExactly(unknown);
    assertThat(books.allowances().unconfirmedOf(Samples.SHOP, new InvoiceNumber("AA00000000")))
        .isEmpty();
    assertThat(books.allowances().unconfirmedOf(new MerchantId("stranger"), invoice)).isEmpty();
  }

  @Test
  void theAllowancesOfAnOrderComeOldestFirst() {
    placedOrder();
    Allowance second = allowance("AAA", "return-2");
    holdingOrder(() -> books.allowances().add(requested));
    holdingOrder(() -> books.allowances().add(second));
    holdingOrder(() -> books.allowances().save(awaiting));

    assertThat(books.allowances().ofOrder(Samples.SHOP, Samples.ORDER))
        .containsExactly(awaiting, second);
  }

  @Test
  void aReferenceIsUsedOncePerOrder() {
    placedOrder();
    holdingOrder(() -> books.allowances().add(requested));
    Allowance same = allowance("SECOND", requested.draft().reference().value());

    assertThatIllegalStateException()
        .isThrownBy(() -> holdingOrder(() -> books.allowances().add(same)));

    assertThat(books.allowances().ofOrder(Samples.SHOP, Samples.ORDER)).containsExactly(requested);
  }

  @Test
  void anAllowanceIsWrittenUnderTheLockOfItsOrderOnly() {
    placedOrder();

    assertThatIllegalStateException().isThrownBy(() -> books.allowances().add(requested));
    assertThatIllegalStateException()
        .isThrownBy(() -> books.transactions().run(() -> books.allowances().add(requested)));
    assertThatIllegalStateException()
        .isThrownBy(() -> books.transactions().run(() -> books.allowances().save(requested)));
  }

  @Test
  void anAllowanceThatIsNotThereCannotBeSaved() {
    placedOrder();

    assertThatIllegalStateException()
        .isThrownBy(() -> holdingOrder(() -> books.allowances().save(awaiting)));
  }

  /** One on paper, whose signature is owed. */
  private static Allowance.Requested onPaper(String id) {
    Allowance.Draft draft = allowance(id, id).draft();
    return Allowance.request(
        new Allowance.Draft(
            draft.id(),
            draft.merchant(),
            draft.order(),
            draft.reference(),
            AllowanceSamples.allowanceDocument(
                new Consent.Paper(new Consent.Signature.Owed("店長"), Consent.Notice.NONE)),
            draft.parts(),
            draft.requestedAt()));
  }

  private static Allowance.Requested allowance(String id, String reference) {
    return AllowanceSamples.requestedAllowance(
        Samples.ORDER, new AllowanceId(id), new AllowanceReference(reference));
  }
}
