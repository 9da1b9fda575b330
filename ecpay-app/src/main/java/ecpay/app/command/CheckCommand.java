package ecpay.app.command;

import ecpay.app.command.api.ApiOptions;
import ecpay.app.command.api.Ask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code check}: what the tax authority says of codes that buyers give. */
@Command(
    name = "check",
    description = {"Asks ECPay, and through it the tax authority, about what buyers give."})
public final class CheckCommand {
  @Command(name = "barcode", description = "Whether a mobile barcode exists.")
  int barcode(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "CODE", description = "A slash and seven of 0-9 A-Z + - .")
          String code) {
    return api.ask(Ask.get("checks", "barcodes").with("code", code));
  }

  @Command(name = "donation", description = "Whether a donation code exists.")
  int donation(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "CODE", description = "3 to 7 digits.") String code) {
    return api.ask(Ask.get("checks", "donation-codes").with("code", code));
  }

  @Command(name = "company", description = "The name of a company.")
  int company(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "NUMBER", description = "8 digits.") String number) {
    return api.ask(Ask.get("checks", "companies").with("number", number));
  }
}
