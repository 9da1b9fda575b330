package ecpay.app.web.console.order;

import ecpay.app.reading.Figures;
import ecpay.app.reading.Times;
import ecpay.app.reading.Words;
import ecpay.app.web.console.Table;
import ecpay.app.web.console.Table.Cell;
import ecpay.domain.money.Money;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.report.CardDetails;
import ecpay.domain.payment.report.Payer;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.payment.report.TradeDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The attempts to pay an order, with all that ECPay has told of them. */
final class PaymentTable {
  private PaymentTable() {}

  static Table of(List<Payment> payments) {
    return new Table(
        "Payments",
        List.of("Trade number", "State", "Methods", "Started", "What ECPay has told"),
        payments.stream().map(PaymentTable::row).toList());
  }

  private static List<Cell> row(Payment payment) {
    return List.of(
        Table.text(payment.tradeNo().value()),
        Table.state(Words.state(payment)),
        Table.text(
            payment.attempt().methods().stream()
                .sorted()
                .map(Words::of)
                .collect(Collectors.joining(", "))),
        Table.time(payment.attempt().startedAt()),
        Table.text(String.join("; ", told(payment))));
  }

  private static List<String> told(Payment payment) {
    List<String> facts = new ArrayList<>();
    switch (payment) {
      case Payment.AwaitingMoney waiting -> trade(facts, waiting.trade());
      case Payment.Paid paid -> trade(facts, paid.trade());
      case Payment.Failed failed ->
          facts.add(failed.failure().code() + " " + failed.failure().message());
      case Payment.Opening _,
          Payment.Open _,
          Payment.HandedOver _,
          Payment.Submitted _,
          Payment.AwaitingBuyer _,
          Payment.Expired _ -> {}
    }
    payment.code().ifPresent(code -> code(facts, code));
    return facts;
  }

  private static void trade(List<String> facts, TradeDetails trade) {
    facts.add(trade.ecpayTradeNo() + " " + trade.paymentType());
    trade.createdAt().ifPresent(at -> facts.add("made " + Times.clock(at)));
    trade.paidAt().ifPresent(at -> facts.add("paid " + Times.clock(at)));
    facts.add("fee " + Figures.twd(trade.chargeFee()));
    facts.add("processing fee " + Figures.twd(trade.processFee()));
    trade.card().ifPresent(card -> card(facts, card));
    trade.payer().ifPresent(payer -> facts.add(payer(payer)));
    if (!trade.customFields().isEmpty()) {
      facts.add("custom fields " + String.join(" | ", trade.customFields()));
    }
  }

  private static void card(List<String> facts, CardDetails card) {
    facts.add("card " + card.firstSix() + "******" + card.lastFour());
    facts.add("authorization " + card.authCode() + " (Gwsr " + card.authorizationId() + ")");
    card.processedAt().ifPresent(at -> facts.add("processed " + Times.clock(at)));
    facts.add("authorized " + card.amount());
    facts.add("ECI " + card.eci());
    facts.add("bank " + (card.issuingBankCode() + " " + card.issuingBank()).strip());
    card.instalments()
        .ifPresent(parts ->
            facts.add(
                "%d instalments, first %s, later %s"
                    .formatted(parts.count(), parts.first(), parts.later())));
    card.bonus()
        .ifPresent(bonus ->
            facts.add(
                "%d points for %s, card charged %s, %d points left"
                    .formatted(bonus.used(), bonus.deducted(), bonus.charged(), bonus.left())));
    card.period().ifPresent(period -> facts.add(period(period)));
  }

  private static String period(CardDetails.Period period) {
    Money each = period.amount();
    return "charge %d of %d, %s every %d %s, %s in all"
        .formatted(
            period.successes(),
            period.terms().times(),
            each,
            period.terms().frequency(),
            Words.of(period.terms().unit()),
            period.total());
  }

  private static String payer(Payer payer) {
    return switch (payer) {
      case Payer.Account account -> "from " + account.bank() + " *" + account.accountTail();
      case Payer.Counter counter -> "at " + (counter.chain() + " " + counter.store()).strip();
    };
  }

  private static void code(List<String> facts, PaymentInstructions instructions) {
    facts.add(
        switch (instructions) {
          case PaymentInstructions.Atm atm -> "account " + atm.bankCode() + " " + atm.account();
          case PaymentInstructions.CvsCode code ->
              ("code " + code.paymentNo() + " " + code.page().map(Object::toString).orElse(""))
                  .strip();
          case PaymentInstructions.CvsBarcode barcode ->
              "barcodes %s %s %s".formatted(barcode.first(), barcode.second(), barcode.third());
          case PaymentInstructions.Application application ->
              "BNPL application %s, %s instalments"
                  .formatted(application.number(), application.instalments());
        });
    facts.add("until " + Times.clock(instructions.deadline()));
  }
}
