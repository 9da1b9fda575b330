package ecpay.app.command;

import ecpay.app.command.api.Api;
import ecpay.app.command.api.ApiOptions;
import ecpay.app.command.api.Ask;
import ecpay.app.command.api.Facts;
import ecpay.app.command.line.Pipe;
import ecpay.app.command.line.UnusableFileException;
import ecpay.app.command.options.PaymentId;
import ecpay.app.command.options.StatementOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reconcile}: our books beside ECPay's statement files. */
@Command(
    name = "reconcile",
    description = {
      "Compares ECPay's statement files with the books (docs/reconciliation.md).",
      "With FILE, one from your own disk; the commands below do the rest."
    })
public final class ReconcileCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  private final Pipe pipe;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final ApiOptions api;

  @Mixin private final StatementOptions statement = new StatementOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "A CSV file, UTF-8 or Big5; - for standard input. Needs --kind and --from.")
  private @Nullable String file;

  public ReconcileCommand(Pipe pipe) {
    this.pipe = pipe;
    this.api = new ApiOptions(pipe);
  }

  @Override
  public Integer call() throws IOException {
    if (file == null) {
      throw new CommandLine.ParameterException(
          Objects.requireNonNull(spec).commandLine(), "give a FILE, or one of the commands");
    }
    Ask ask = statement.of(Ask.post("reconciliations", "files"));
    try (InputStream content = opened(file);
        Api platform = api.open()) {
      return platform.upload(ask, content, api.answers());
    }
  }

  private InputStream opened(String name) {
    if (name.equals(STANDARD_INPUT)) {
      return pipe.in();
    }
    try {
      return Files.newInputStream(Path.of(name));
    } catch (IOException unreadable) {
      throw new UnusableFileException("read", Path.of(name), unreadable);
    }
  }

  @Command(
      name = "fetch",
      description = {
        "Has the platform fetch a file from ECPay and compare it, soon; needs --kind and --from."
      })
  int fetch(@Mixin ApiOptions there, @Mixin StatementOptions wanted) {
    return there.ask(wanted.asJson(Ask.post("reconciliations")));
  }

  @Command(name = "list", description = "The newest reports.")
  int list(
      @Mixin ApiOptions there,
      @Option(names = "--before", paramLabel = "ID", description = "Goes on behind this report.")
          @Nullable String before) {
    return there.ask(Ask.get("reconciliations").with("before", before));
  }

  @Command(name = "show", description = "A report with its differences and what to do about each.")
  int show(
      @Mixin ApiOptions there,
      @Parameters(paramLabel = "REPORT", description = "The id of the report.") String id,
      @Option(names = "--skip", paramLabel = "N", description = "Leaves out so many differences.")
          @Nullable Integer skip) {
    return there.ask(Ask.get("reconciliations", id).with("skip", skip));
  }

  @Command(
      name = "apply",
      description = "Does what a difference suggests; repeats do nothing more.")
  int apply(
      @Mixin ApiOptions there,
      @Parameters(paramLabel = "DIFFERENCE", description = "The id of the difference.") String id,
      @Option(
              names = "--note",
              paramLabel = "TEXT",
              description = "What you found and did; needed where only a person can do it.")
          @Nullable String note,
      @Option(
              names = "--there",
              paramLabel = "TWD",
              description = "What the file said when you decided; nothing is done if that changed.")
          @Nullable String shown) {
    return there.ask(
        Ask.post("reconciliations", "differences", id, "apply")
            .saying(new Facts().put("note", note).put("there", shown)));
  }

  @Command(name = "fees", description = "The fees of a payment, as booked.")
  int fees(@Mixin ApiOptions there, @Mixin PaymentId payment) {
    return there.ask(Ask.get("fees").with("payment", payment.id()));
  }
}
