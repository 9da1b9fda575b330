package ecpay.app.web.api.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.Times;
import ecpay.app.reading.Words;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.report.CardDetails;
import ecpay.domain.payment.report.Payer;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.payment.report.TradeDetails;
import java.net.URI;

/** An attempt to pay as the API shows it: schema {@code Payment} of the contract. No tokens. */
final class PaymentView {
  private final URI checkoutUrl;

  PaymentView(URI checkoutUrl) {
    this.checkoutUrl = checkoutUrl;
  }

  ObjectNode of(Payment payment) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("id", payment.id().value());
    view.put("state", Words.state(payment));
    view.put("tradeNo", payment.tradeNo().value());
    view.put("amount", payment.attempt().amount().twd());
    view.put("channel", Words.of(payment.attempt().channel()));
    ArrayNode methods = view.putArray("methods");
    payment.attempt().methods().stream().sorted().map(Words::of).forEach(methods::add);
    view.put("startedAt", Times.iso(payment.attempt().startedAt()));
    view.put("payUrl", checkoutUrl + "/pay/" + payment.id());
    switch (payment) {
      case Payment.Open open -> view.put("usableUntil", Times.iso(open.usableUntil()));
      case Payment.AwaitingMoney waiting -> trade(view, waiting.trade());
      case Payment.Paid paid -> trade(view, paid.trade());
      case Payment.Failed failed ->
          view.putObject("failure")
              .put("code", failed.failure().code())
              .put("message", failed.failure().message());
      case Payment.Expired expired -> view.put("expiredAt", Times.iso(expired.at()));
      case Payment.Opening _,
          Payment.HandedOver _,
          Payment.Submitted _,
          Payment.AwaitingBuyer _ -> {}
    }
    payment.code().ifPresent(code -> instructions(view.putObject("instructions"), code));
    return view;
  }

  private static void trade(ObjectNode view, TradeDetails trade) {
    view.put("ecpayTradeNo", trade.ecpayTradeNo());
    view.put("paymentType", trade.paymentType());
    trade.createdAt().ifPresent(at -> view.put("createdAt", Times.iso(at)));
    trade.paidAt().ifPresent(at -> view.put("paidAt", Times.iso(at)));
    view.put("chargeFee", trade.chargeFee().toPlainString());
    view.put("processFee", trade.processFee().toPlainString());
    trade.card().ifPresent(card -> card(view.putObject("card"), card));
    trade.payer().ifPresent(payer -> payer(view.putObject("payer"), payer));
    if (!trade.customFields().isEmpty()) {
      trade.customFields().forEach(view.putArray("customFields")::add);
    }
  }

  private static void card(ObjectNode view, CardDetails card) {
    view.put("firstSix", card.firstSix())
        .put("lastFour", card.lastFour())
        .put("authCode", card.authCode())
        .put("authorizationId", card.authorizationId())
        .put("amount", card.amount().twd())
        .put("eci", card.eci())
        .put("issuingBank", card.issuingBank())
        .put("issuingBankCode", card.issuingBankCode());
    card.processedAt().ifPresent(at -> view.put("processedAt", Times.iso(at)));
    card.instalments()
        .ifPresent(instalments ->
            view.putObject("instalments")
                .put("count", instalments.count())
                .put("first", instalments.first().twd())
                .put("later", instalments.later().twd()));
    card.bonus()
        .ifPresent(bonus ->
            view.putObject("bonus")
                .put("used", bonus.used())
                .put("deducted", bonus.deducted().twd())
                .put("charged", bonus.charged().twd())
                .put("left", bonus.left()));
    card.period()
        .ifPresent(period ->
            view.putObject("period")
                .put("unit", Words.of(period.terms().unit()))
                .put("frequency", period.terms().frequency())
                .put("times", period.terms().times())
                .put("amount", period.amount().twd())
                .put("successes", period.successes())
                .put("total", period.total().twd()));
  }

  private static void payer(ObjectNode view, Payer payer) {
    switch (payer) {
      case Payer.Account account ->
          view.put("bank", account.bank()).put("accountTail", account.accountTail());
      case Payer.Counter counter ->
          view.put("chain", counter.chain()).put("store", counter.store());
    }
  }

  private static void instructions(ObjectNode view, PaymentInstructions instructions) {
    view.put("deadline", Times.iso(instructions.deadline()));
    switch (instructions) {
      case PaymentInstructions.Atm atm ->
          view.put("kind", "atm").put("bankCode", atm.bankCode()).put("account", atm.account());
      case PaymentInstructions.CvsCode code -> {
        view.put("kind", "cvs_code").put("paymentNo", code.paymentNo());
        code.page().ifPresent(page -> view.put("page", page.toString()));
      }
      case PaymentInstructions.CvsBarcode barcode ->
          view.put("kind", "cvs_barcode")
              .putArray("stripes")
              .add(barcode.first())
              .add(barcode.second())
              .add(barcode.third());
      case PaymentInstructions.Application application ->
          view.put("kind", "bnpl_application")
              .put("applicationNo", application.number())
              .put("instalments", application.instalments());
    }
  }
}
