package ecpay.adapter.persistence.document.payment;

import ecpay.adapter.persistence.document.json.Json;
import ecpay.domain.contract.Agreement;
import ecpay.domain.contract.PeriodicContract;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.payment.report.TradeDetails;

/**
 * Writes a payment's documents and reads them back as equal ones; reading throws as {@link
 * Json#read} does.
 */
public final class PaymentDocuments {
  private PaymentDocuments() {}

  public static String write(TradeDetails trade) {
    return Json.write(TradeDetailsJson.of(trade));
  }

  public static TradeDetails tradeDetails(String json) {
    return Json.read(json, TradeDetailsJson.class, TradeDetailsJson::trade);
  }

  public static String write(Offer offer) {
    return Json.write(OfferJson.of(offer));
  }

  public static Offer offer(String json) {
    return Json.read(json, OfferJson.class, OfferJson::offer);
  }

  public static String write(PaymentInstructions instructions) {
    return Json.write(InstructionsJson.of(instructions));
  }

  public static PaymentInstructions paymentInstructions(String json) {
    return Json.read(json, InstructionsJson.class, InstructionsJson::instructions);
  }

  /** All of a contract but its agreement. */
  public static String write(PeriodicContract contract) {
    return Json.write(ContractJson.of(contract));
  }

  public static PeriodicContract contract(String json, Agreement agreement) {
    return Json.read(json, ContractJson.class, contract -> contract.contract(agreement));
  }
}
