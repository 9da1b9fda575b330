package ecpay.adapter.http.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.adapter.http.aio.AioApi;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.adapter.http.trade.Trade;
import ecpay.domain.contract.ChargeReport;
import ecpay.domain.contract.ContractNoticeReader;
import ecpay.domain.inbox.Reading;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.report.CardDetails.Period;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentNoticeReader;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.rule.RuleViolationException;
import java.util.Optional;

/** Reads CB-03, which is formed as a return of ECPG, and CB-07, a signed form of AIO. */
final class PeriodNotices implements ContractNoticeReader {
  private static final int MOST_BYTES = 64 << 10;
  private static final Reading<ChargeReport> REFUSED =
      new Reading.Refused<>("the notice cannot be verified");

  private final PaymentNoticeReader payments;

  PeriodNotices(PaymentNoticeReader payments) {
    this.payments = payments;
  }

  @Override
  public Reading<ChargeReport> readPeriodReturn(Merchant merchant, byte[] body) {
    return switch (payments.readReturn(merchant, body)) {
      case Reading.Authentic(PaymentReport report) -> charge(report);
      case Reading.Refused(String reason) -> new Reading.Refused<>(reason);
    };
  }

  private static Reading<ChargeReport> charge(PaymentReport report) {
    return switch (report.verdict()) {
      case Verdict.Paid() -> charge(report, Optional.empty());
      case Verdict.Declined(PaymentFailure failure) -> charge(report, Optional.of(failure));
      case Verdict.Pending() -> new Reading.Refused<>("no charge");
      case Verdict.CodeIssued _ -> new Reading.Refused<>("no charge");
    };
  }

  private static Reading<ChargeReport> charge(
      PaymentReport report, Optional<PaymentFailure> failure) {
    return new Reading.Authentic<>(
        new ChargeReport(
            report.merchantId(),
            report.tradeNo(),
            failure,
            EcpayContracts.period(report).map(Period::successes).orElse(0),
            report.trade(),
            report.simulated()));
  }

  /** Whatever is wrong with it, the refusal is the same: it must not help an attacker. */
  @Override
  public Reading<ChargeReport> readHostedPeriodReturn(Merchant merchant, byte[] body) {
    if (body.length > MOST_BYTES) {
      return REFUSED;
    }
    try {
      Fields form = AioApi.verified(merchant.payments(), new String(body, UTF_8));
      return new Reading.Authentic<>(
          ChargeFields.TOLD.report(
              Trade.addressee(merchant.payments(), form, ""),
              new MerchantTradeNo(form.text("MerchantTradeNo")),
              form,
              ChargeFields.successes(form)));
    } catch (UnreadableException | RuleViolationException | IllegalArgumentException _) {
      return REFUSED;
    }
  }
}
