package ecpay.adapter.http.contract;

import ecpay.adapter.http.aio.AioApi;
import ecpay.adapter.http.call.EcpayApi;
import ecpay.domain.answer.Answer;
import ecpay.domain.contract.Agreement;
import ecpay.domain.contract.ContractAction;
import ecpay.domain.contract.ContractGateway;
import ecpay.domain.contract.ContractNoticeReader;
import ecpay.domain.contract.ContractReport;
import ecpay.domain.contract.ContractReport.Standing;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.payment.offer.CardOffer;
import ecpay.domain.payment.offer.CodeLife;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.CardDetails;
import ecpay.domain.payment.report.CardDetails.Period;
import ecpay.domain.payment.report.PaymentNoticeReader;
import ecpay.domain.payment.report.PaymentReport;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of the operations on contracts, called with the merchant's payment account. */
public final class EcpayContracts implements ContractGateway {
  private final EcpayApi ecpg;
  private final AioApi aio;
  private final PaymentGateway payments;

  /**
   * @param payments asks about a trade of ECPG, of which a contract is one
   */
  public EcpayContracts(EcpayApi ecpg, AioApi aio, PaymentGateway payments) {
    this.ecpg = ecpg;
    this.aio = aio;
    this.payments = payments;
  }

  /**
   * What reads CB-03 and CB-07.
   *
   * @param payments reads what is formed as a return of ECPG
   */
  public static ContractNoticeReader notices(PaymentNoticeReader payments) {
    return new PeriodNotices(payments);
  }

  @Override
  public Answer<Optional<ContractReport>> query(Merchant merchant, Agreement agreement) {
    return switch (agreement.channel()) {
      case EMBEDDED -> counted(payments.queryTrade(merchant, first(agreement)));
      case HOSTED ->
          aio.call(
              merchant.payments(),
              new QueryCreditCardPeriodInfo(merchant.payments().merchantId(), agreement.tradeNo()));
    };
  }

  @Override
  public Answer<Done> act(Merchant merchant, Agreement agreement, ContractAction action) {
    CreditCardPeriodAction operation = new CreditCardPeriodAction(agreement.tradeNo(), action);
    return switch (agreement.channel()) {
      case EMBEDDED -> ecpg.call(merchant.payments(), operation);
      case HOSTED -> aio.call(merchant.payments(), operation.hosted());
    };
  }

  private static Attempt first(Agreement agreement) {
    return new Attempt(
        agreement.payment(),
        agreement.merchant(),
        agreement.order(),
        agreement.tradeNo(),
        agreement.amount(),
        new Offer(
            agreement.channel(),
            Set.of(PaymentMethod.CARD),
            new CardOffer(Set.of(), false, Optional.of(agreement.terms()), Optional.empty()),
            CodeLife.DEFAULT,
            Optional.empty()),
        agreement.begunAt());
  }

  /** ECPG tells how often it charged, and nothing of the charges. */
  private static Answer<Optional<ContractReport>> counted(Answer<Optional<PaymentReport>> answer) {
    if (answer instanceof Answer.Accepted<Optional<PaymentReport>>(Optional<PaymentReport> report)
        && report.isPresent()
        && period(report.get()).isEmpty()) {
      return new Answer.Unknown<>("QueryTrade told no TotalSuccessTimes", true);
    }
    return answer.map(report ->
        report.map(known ->
            new ContractReport(
                known.merchantId(),
                known.tradeNo(),
                Standing.UNTOLD,
                period(known).map(Period::successes).orElse(0),
                List.of())));
  }

  static Optional<Period> period(PaymentReport report) {
    return report.trade().card().flatMap(CardDetails::period);
  }
}
