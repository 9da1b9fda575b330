package ecpay.domain.reconciliation.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.event.DomainEvent.DifferenceApplied;
import ecpay.domain.payment.Payment;
import ecpay.domain.reconciliation.KeptDifference;
import ecpay.domain.reconciliation.KeptDifference.State;
import ecpay.domain.reconciliation.Period;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.StatementBooks.BookedFee;
import ecpay.domain.reconciliation.StatementFile;
import ecpay.domain.reconciliation.Statements;
import ecpay.domain.reconciliation.usecase.ApplyDifference.Result;
import ecpay.domain.rule.Rule;
import ecpay.domain.time.Taipei;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;

/** A person applies what was shown, and a file that changes does not pass unseen. */
class WhatWasShownTest {
  private static final StatementFile FILE = StatementFile.QueryTradeMedia;
  private final Shop shop = Shop.paid(new World());
  private final Payment.Paid paid = (Payment.Paid) shop.payment();

  /** The only difference after ECPay's file bills so much. */
  private KeptDifference billed(String fee) {
    shop.world.statements.tells(
        FILE, Statements.of(paid.tradeNo().value(), 1000).withFee(fee).line());
    Report report =
        shop.world.statements.requestReport.request(
            Samples.SHOP, FILE, Period.of(Taipei.dateOf(Samples.NOW)));
    shop.runUntil(shop.world.clock.instant().plus(Duration.ofMinutes(10)));
    return shop.world.books.reports().differences(Samples.SHOP, report.id(), 0, 2).getFirst();
  }

  private Result apply(KeptDifference difference, String shown) {
    return shop.world.statements.applyDifference.apply(
        Samples.SHOP, difference.id(), "", Optional.of(new BigDecimal(shown)));
  }

  private AbstractListAssert<?, ?, BigDecimal, ObjectAssert<BigDecimal>> assertFees() {
    return assertThat(shop.world.books.statementBooks().fees(Samples.SHOP, paid.id()))
        .extracting(BookedFee::billed);
  }

  @Rule("U-03")
  @Test
  void aFeeThatTheFileChangedAfterItWasShownIsNotBooked() {
    KeptDifference shown = billed("99");
    KeptDifference changed = billed("900");
    assertThat(changed.id()).isEqualTo(shown.id());
    assertThat(apply(shown, "99")).isEqualTo(new Result.Changed(changed));
    assertFees().isEmpty();
    assertThat(shop.events(DifferenceApplied.class)).isEmpty();
    assertThat(apply(shown, "900.00")).isInstanceOf(Result.Applied.class);
    assertFees().containsExactly(new BigDecimal("900"));
  }

  @Rule("U-03")
  @Test
  void anAppliedFeeThatTheFileBillsOtherwiseIsOpenAgainAndItsEventsKeepBothAmounts() {
    apply(billed("99"), "99");
    assertThat(billed("99").state()).isEqualTo(State.APPLIED);
    KeptDifference corrected = billed("50");
    assertThat(corrected.state()).isEqualTo(State.OPEN);
    assertThat(corrected.difference().hereTwd()).contains(new BigDecimal("99"));
    assertFees().containsExactly(new BigDecimal("99"));
    apply(corrected, "50");
    assertFees().containsExactly(new BigDecimal("50"));
    assertThat(shop.events(DifferenceApplied.class))
        .extracting(applied -> applied.there().orElseThrow())
        .containsExactly(new BigDecimal("99"), new BigDecimal("50"));
  }
}
