package ecpay.adapter.persistence.document.payment;

import ecpay.adapter.persistence.document.json.Json;
import ecpay.domain.payment.report.PaymentInstructions;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * @param codes what the buyer enters or shows: bank and account, the payment number, or the
 *     stripes; of an application its number and instalments
 * @param until the last day (ATM) or instant (all others)
 */
record InstructionsJson(String kind, List<String> codes, String until, @Nullable String page) {

  static InstructionsJson of(PaymentInstructions instructions) {
    return switch (instructions) {
      case PaymentInstructions.Atm(String bank, String account, LocalDate lastDay) ->
          new InstructionsJson("ATM", List.of(bank, account), lastDay.toString(), null);
      case PaymentInstructions.CvsCode(String number, Instant deadline, Optional<URI> page) ->
          new InstructionsJson(
              "CVS_CODE",
              List.of(number),
              deadline.toString(),
              page.map(URI::toString).orElse(null));
      case PaymentInstructions.CvsBarcode(
              String first,
              String second,
              String third,
              Instant deadline) ->
          new InstructionsJson(
              "CVS_BARCODE", List.of(first, second, third), deadline.toString(), null);
      case PaymentInstructions.Application(String number, String instalments, Instant deadline) ->
          new InstructionsJson(
              "APPLICATION", List.of(number, instalments), deadline.toString(), null);
    };
  }

  PaymentInstructions instructions() {
    return switch (kind) {
      case "ATM" -> new PaymentInstructions.Atm(codes.get(0), codes.get(1), LocalDate.parse(until));
      case "CVS_CODE" ->
          new PaymentInstructions.CvsCode(
              codes.getFirst(), Instant.parse(until), Optional.ofNullable(page).map(URI::create));
      case "CVS_BARCODE" ->
          new PaymentInstructions.CvsBarcode(
              codes.get(0), codes.get(1), codes.get(2), Instant.parse(until));
      case "APPLICATION" ->
          new PaymentInstructions.Application(codes.get(0), codes.get(1), Instant.parse(until));
      default -> throw Json.unknownKind("payment instructions", kind);
    };
  }
}
