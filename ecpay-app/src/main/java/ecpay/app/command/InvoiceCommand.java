package ecpay.app.command;

import ecpay.app.command.api.ApiOptions;
import ecpay.app.command.api.Ask;
import ecpay.app.command.api.Facts;
import ecpay.app.command.api.JsonInput;
import ecpay.app.command.options.DryRun;
import ecpay.app.command.options.InvoiceId;
import ecpay.app.command.options.OrderId;
import ecpay.app.command.options.Reason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code invoice}: everything that can be done with an invoice. */
@Command(
    name = "invoice",
    description = {"Issues invoices, changes and shows them."})
public final class InvoiceCommand {
  @Command(
      name = "request",
      description = {
        "Invoices an order or parts of it, as the JSON on standard input says, once per reference."
      })
  int request(
      @Mixin ApiOptions api, @Mixin OrderId order, @Mixin JsonInput input, @Mixin DryRun dryRun)
      throws IOException {
    return api.ask(dryRun.of(Ask.post("orders", order.id(), "invoices")).saying(input.read()));
  }

  @Command(name = "show", description = "What our books say of an invoice.")
  int show(@Mixin ApiOptions api, @Mixin InvoiceId invoice) {
    return api.ask(Ask.get("invoices", invoice.id()));
  }

  @Command(name = "at-ecpay", description = "What ECPay says of an invoice, now.")
  int atEcpay(@Mixin ApiOptions api, @Mixin InvoiceId invoice) {
    return api.ask(Ask.get("invoices", invoice.id(), "at-ecpay"));
  }

  @Command(name = "void", description = "Voids an invoice.")
  int voidInvoice(
      @Mixin ApiOptions api, @Mixin InvoiceId invoice, @Mixin Reason reason, @Mixin DryRun dryRun) {
    return api.ask(dryRun.of(reason.of(Ask.post("invoices", invoice.id(), "void"))));
  }

  @Command(
      name = "reissue",
      description = {
        "Annuls an invoice and issues it anew under its number. The reason and what changes (invoice, buyer) are the JSON on standard input."
      })
  int reissue(
      @Mixin ApiOptions api, @Mixin InvoiceId invoice, @Mixin JsonInput input, @Mixin DryRun dryRun)
      throws IOException {
    return api.ask(dryRun.of(Ask.post("invoices", invoice.id(), "reissue")).saying(input.read()));
  }

  @Command(name = "trigger", description = "Has an invoice issued that waits for a trigger.")
  int trigger(@Mixin ApiOptions api, @Mixin InvoiceId invoice) {
    return api.ask(Ask.post("invoices", invoice.id(), "trigger"));
  }

  @Command(name = "cancel", description = "Cancels an invoice that is scheduled but not issued.")
  int cancel(@Mixin ApiOptions api, @Mixin InvoiceId invoice) {
    return api.ask(Ask.post("invoices", invoice.id(), "cancel"));
  }

  @Command(
      name = "edit",
      description =
          "Changes an invoice that is scheduled but not issued, as the JSON on standard input says.")
  int edit(@Mixin ApiOptions api, @Mixin InvoiceId invoice, @Mixin JsonInput input)
      throws IOException {
    return api.ask(Ask.post("invoices", invoice.id(), "edit").saying(input.read()));
  }

  @Command(
      name = "retry",
      description = "Asks again for an invoice that ECPay refused; --json names corrections.")
  int retry(@Mixin ApiOptions api, @Mixin InvoiceId invoice, @Mixin JsonInput input)
      throws IOException {
    return api.ask(Ask.post("invoices", invoice.id(), "retry").saying(input.readIfNamed()));
  }

  @Command(name = "print", description = "The address of an invoice to print.")
  int print(
      @Mixin ApiOptions api,
      @Mixin InvoiceId invoice,
      @Option(
              names = "--style",
              paramLabel = "STYLE",
              description =
                  "single_sided (unless given), double_sided, thermal, company_a4 or company_a5.")
          @Nullable String style) {
    return api.ask(
        Ask.post("invoices", invoice.id(), "print").saying(new Facts().put("style", style)));
  }

  @Command(name = "notify", description = "Has ECPay tell somebody of an invoice again.")
  int notice(
      @Mixin ApiOptions api,
      @Mixin InvoiceId invoice,
      @Option(
              names = "--subject",
              paramLabel = "WORD",
              description =
                  "invoice_issued, invoice_voided, invoice_won, allowance_issued, allowance_voided.")
          @Nullable String subject,
      @Option(
              names = "--allowance",
              paramLabel = "ID",
              description = "The allowance that is issued or void.")
          @Nullable String allowance,
      @Option(names = "--channel", paramLabel = "WORD", description = "sms, email or all.")
          @Nullable String channel,
      @Option(
              names = "--recipient",
              paramLabel = "WORD",
              description = "customer, merchant or both.")
          @Nullable String recipient,
      @Option(names = "--email", paramLabel = "ADDRESS", description = "The buyer's unless given.")
          @Nullable String email,
      @Option(names = "--phone", paramLabel = "DIGITS", description = "The buyer's unless given.")
          @Nullable String phone) {
    return api.ask(
        Ask.post("invoices", invoice.id(), "notices")
            .saying(
                new Facts()
                    .put("subject", subject)
                    .put("allowance", allowance)
                    .put("channel", channel)
                    .put("recipient", recipient)
                    .put("email", email)
                    .put("phone", phone)));
  }

  @Command(name = "compare", description = "Lays our invoices of a day beside ECPay's.")
  int compare(
      @Mixin ApiOptions api,
      @Option(
              names = "--date",
              required = true,
              paramLabel = "YYYY-MM-DD",
              description = "The day in Taipei.")
          String date) {
    return api.ask(Ask.get("invoices", "compare").with("date", date));
  }
}
