package ecpay.adapter.http.contract;

import ecpay.adapter.http.aio.AioApi;
import ecpay.adapter.http.call.EcpayApi;
import ecpay.domain.answer.Answer;
import ecpay.domain.contract.Agreement;
import ecpay.domain.contract.ContractAction;
import ecpay.domain.contract.ContractGateway;
import ecpay.domain.contract.ContractNoticeReader;
import ecpay.domain.contract.ContractReport;
import ecpay.domain.merchant.EcpayAccount;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.payment.report.CardDetails;
import ecpay.domain.payment.report.CardDetails.Period;
import ecpay.domain.payment.report.PaymentNoticeReader;
import ecpay.domain.payment.report.PaymentReport;
import java.util.Optional;

/** The table of the operations on contracts, called with the merchant's payment account. */
public final class EcpayContracts implements ContractGateway {
  private final EcpayApi ecpg;
  private final AioApi aio;

  public EcpayContracts(EcpayApi ecpg, AioApi aio) {
    this.ecpg = ecpg;
    this.aio = aio;
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
    EcpayAccount account = merchant.payments();
    return switch (agreement.channel()) {
      case EMBEDDED ->
          ecpg.call(account, new QueryPeriodTrade(account.merchantId(), agreement.tradeNo()));
      case HOSTED ->
          aio.call(
              account, new QueryCreditCardPeriodInfo(account.merchantId(), agreement.tradeNo()));
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

  static Optional<Period> period(PaymentReport report) {
    return report.trade().card().flatMap(CardDetails::period);
  }
}
