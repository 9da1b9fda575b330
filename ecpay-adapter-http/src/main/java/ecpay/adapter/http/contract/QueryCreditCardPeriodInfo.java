package ecpay.adapter.http.contract;

import ecpay.adapter.http.aio.AioApi;
import ecpay.adapter.http.aio.AioApi.Form;
import ecpay.adapter.http.aio.AioApi.Signature;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.contract.ChargeReport;
import ecpay.domain.contract.ContractReport;
import ecpay.domain.contract.ContractReport.Standing;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.order.MerchantTradeNo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Asks AIO about a contract and all its charges. */
record QueryCreditCardPeriodInfo(EcpayMerchantId merchant, MerchantTradeNo tradeNo)
    implements AioApi.Operation<Optional<ContractReport>> {
  /** An unknown contract is numbers 0 and nulls. */
  private static final String NOTHING = "0";

  @Override
  public String path() {
    return "/Cashier/QueryCreditCardPeriodInfo";
  }

  @Override
  public boolean isTimed() {
    return true;
  }

  @Override
  public void write(Form form) {
    form.put("MerchantTradeNo", tradeNo.value());
  }

  @Override
  public Signature signature() {
    return Signature.OPTIONAL;
  }

  @Override
  public Answer<Optional<ContractReport>> read(Fields answer) {
    if (answer.rtnCode().equals(NOTHING) && !answer.has("MerchantTradeNo")) {
      return new Answer.Accepted<>(Optional.empty());
    }
    if (!answer.isSuccess()) {
      return answer.refusal();
    }
    answer.demandSame("MerchantTradeNo", tradeNo.value());
    EcpayMerchantId told =
        answer.has("MerchantID") ? new EcpayMerchantId(answer.text("MerchantID")) : merchant;
    int successes = ChargeFields.successes(answer);
    return new Answer.Accepted<>(
        Optional.of(
            new ContractReport(
                told, tradeNo, standing(answer), successes, charges(answer, told, successes))));
  }

  /** The common reading of ExecStatus, unconfirmed; any other text says nothing. */
  private static Standing standing(Fields answer) {
    return switch (answer.text("ExecStatus").strip()) {
      case "0" -> Standing.STOPPED;
      case "1" -> Standing.RUNNING;
      case "2" -> Standing.FINISHED;
      default -> Standing.UNTOLD;
    };
  }

  /**
   * The list may hold the first charge or not, so its successes are counted from the last one back.
   */
  private List<ChargeReport> charges(Fields answer, EcpayMerchantId told, int successes) {
    List<Fields> log =
        answer.list("ExecLog").stream()
            .sorted(Comparator.comparing(line -> line.time("process_date").orElse(Instant.EPOCH)))
            .toList();
    int number = successes - (int) log.stream().filter(Fields::isSuccess).count();
    List<ChargeReport> charges = new ArrayList<>();
    for (Fields line : log) {
      number += line.isSuccess() ? 1 : 0;
      charges.add(ChargeFields.LOGGED.report(told, tradeNo, line, number));
    }
    return charges;
  }
}
