package ecpay.app.command;

import ecpay.app.command.api.ApiOptions;
import ecpay.app.command.api.Ask;
import ecpay.app.command.api.Facts;
import ecpay.app.command.api.JsonInput;
import ecpay.app.command.line.Pipe;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code invoice}: everything that can be done with an invoice. */
@Command(
    name = "invoice",
    mixinStandardHelpOptions = true,
    description = {"Issues invoices, changes and shows them."})
public final class InvoiceCommand {
  private final Pipe pipe;

  public InvoiceCommand() {
    this(Pipe.standard());
  }

  InvoiceCommand(Pipe pipe) {
    this.pipe = pipe;
  }

  @Command(
      name = "request",
      mixinStandardHelpOptions = true,
      description = {
        "Invoices an order or parts of it, as the JSON on standard input says, once per reference."
      })
  int request(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ORDER", description = "The id of the order.") String order,
      @Mixin JsonInput input,
      @Option(
              names = "--dry-run",
              description = "Only show what would be done, or everything that forbids it.")
          boolean dryRun)
      throws IOException {
    return api.ask(
        pipe, Ask.post("orders", order, "invoices").dryRun(dryRun).saying(input.read(pipe)));
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "What our books say of an invoice.")
  int show(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ID", description = "The id of the invoice.") String id) {
    return api.ask(pipe, Ask.get("invoices", id));
  }

  @Command(
      name = "at-ecpay",
      mixinStandardHelpOptions = true,
      description = "What ECPay says of an invoice, now.")
  int atEcpay(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ID", description = "The id of the invoice.") String id) {
    return api.ask(pipe, Ask.get("invoices", id, "at-ecpay"));
  }

  @Command(name = "void", mixinStandardHelpOptions = true, description = "Voids an invoice.")
  int voidInvoice(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ID", description = "The id of the invoice.") String id,
      @Option(
              names = "--reason",
              required = true,
              paramLabel = "TEXT",
              description = "Why; ECPay keeps it (20 characters at most).")
          String reason,
      @Option(
              names = "--dry-run",
              description = "Only show what would be done, or everything that forbids it.")
          boolean dryRun) {
    return api.ask(
        pipe,
        Ask.post("invoices", id, "void")
            .dryRun(dryRun)
            .saying(new Facts().put("reason", reason).toString()));
  }

  @Command(
      name = "reissue",
      mixinStandardHelpOptions = true,
      description = {
        "Annuls an invoice and issues it anew under its number. The reason and what changes (invoice, buyer) are the JSON on standard input."
      })
  int reissue(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ID", description = "The id of the invoice.") String id,
      @Mixin JsonInput input,
      @Option(
              names = "--dry-run",
              description = "Only show what would be done, or everything that forbids it.")
          boolean dryRun)
      throws IOException {
    return api.ask(
        pipe, Ask.post("invoices", id, "reissue").dryRun(dryRun).saying(input.read(pipe)));
  }

  @Command(
      name = "trigger",
      mixinStandardHelpOptions = true,
      description = "Has an invoice issued that waits for a trigger.")
  int trigger(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ID", description = "The id of the invoice.") String id) {
    return api.ask(pipe, Ask.post("invoices", id, "trigger"));
  }

  @Command(
      name = "cancel",
      mixinStandardHelpOptions = true,
      description = "Cancels an invoice that is scheduled but not issued.")
  int cancel(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ID", description = "The id of the invoice.") String id) {
    return api.ask(pipe, Ask.post("invoices", id, "cancel"));
  }

  @Command(
      name = "edit",
      mixinStandardHelpOptions = true,
      description =
          "Changes an invoice that is scheduled but not issued, as the JSON on standard input says.")
  int edit(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ID", description = "The id of the invoice.") String id,
      @Mixin JsonInput input)
      throws IOException {
    return api.ask(pipe, Ask.post("invoices", id, "edit").saying(input.read(pipe)));
  }

  @Command(
      name = "retry",
      mixinStandardHelpOptions = true,
      description = "Asks again for an invoice that ECPay refused; --json names corrections.")
  int retry(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ID", description = "The id of the invoice.") String id,
      @Mixin JsonInput input)
      throws IOException {
    return api.ask(pipe, Ask.post("invoices", id, "retry").saying(input.readIfNamed(pipe)));
  }

  @Command(
      name = "print",
      mixinStandardHelpOptions = true,
      description = "The address of an invoice to print.")
  int print(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ID", description = "The id of the invoice.") String id,
      @Option(
              names = "--style",
              paramLabel = "STYLE",
              description =
                  "single_sided (unless given), double_sided, thermal, company_a4 or company_a5.")
          @Nullable String style) {
    return api.ask(
        pipe, Ask.post("invoices", id, "print").saying(new Facts().put("style", style).toString()));
  }

  @Command(
      name = "notify",
      mixinStandardHelpOptions = true,
      description = "Has ECPay tell somebody of an invoice again.")
  int notice(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ID", description = "The id of the invoice.") String id,
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
        pipe,
        Ask.post("invoices", id, "notices")
            .saying(
                new Facts()
                    .put("subject", subject)
                    .put("allowance", allowance)
                    .put("channel", channel)
                    .put("recipient", recipient)
                    .put("email", email)
                    .put("phone", phone)
                    .toString()));
  }

  @Command(
      name = "compare",
      mixinStandardHelpOptions = true,
      description = "Lays our invoices of a day beside ECPay's.")
  int compare(
      @Mixin ApiOptions api,
      @Option(
              names = "--date",
              required = true,
              paramLabel = "YYYY-MM-DD",
              description = "The day in Taipei.")
          String date) {
    return api.ask(pipe, Ask.get("invoices", "compare").with("date", date));
  }
}
