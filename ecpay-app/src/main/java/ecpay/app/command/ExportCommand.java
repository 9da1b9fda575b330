package ecpay.app.command;

import ecpay.app.bookkeeping.Export;
import ecpay.app.command.api.Answers;
import ecpay.app.command.api.Api;
import ecpay.app.command.api.ApiOptions;
import ecpay.app.command.api.Ask;
import ecpay.app.command.line.Pipe;
import ecpay.app.command.line.UnusableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: the files for bookkeeping. */
@Command(
    name = "export",
    description = {
      "Takes a two-month term out of the books as CSV for Excel (docs/exports.md).",
      "A file that did not come whole is said to be so (exit code 3), and --out leaves none."
    })
public final class ExportCommand implements Callable<Integer> {
  private final Pipe pipe;

  @Mixin private final ApiOptions api;

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description = "invoices, voids, allowances or totals.")
  private Export kind = Export.TOTALS;

  @Parameters(
      index = "1",
      paramLabel = "PERIOD",
      description =
          "ROC year and term: 115-6 is November and December 2026, 115-1 January and February.")
  private String period = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write to this file instead of standard output; one that is there is replaced.")
  private @Nullable Path file;

  public ExportCommand(Pipe pipe) {
    this.pipe = pipe;
    this.api = new ApiOptions(pipe);
  }

  @Override
  public Integer call() throws IOException {
    return file == null ? toOutput() : toFile(file);
  }

  private int toOutput() {
    return download(body -> {
      whole(body, pipe.out());
      if (pipe.out().checkError()) {
        throw new IOException("the output takes no more");
      }
    });
  }

  /** Under another name until it is whole, so that nobody takes a part for the file. */
  private int toFile(Path target) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      int exit;
      try (OutputStream out = opened(part)) {
        exit = download(body -> whole(body, out));
      }
      if (exit == Answers.DONE) {
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      }
      return exit;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static OutputStream opened(Path file) {
    try {
      return Files.newOutputStream(file);
    } catch (IOException unwritable) {
      throw new UnusableFileException("write", file, unwritable);
    }
  }

  private int download(Api.Download download) {
    Ask ask = Ask.get("exports", period, kind.file());
    try (Api platform = api.open()) {
      return platform.download(ask, api.answers(), download);
    }
  }

  private static void whole(InputStream body, OutputStream out) throws IOException {
    LastLine last = new LastLine(out);
    body.transferTo(last);
    last.flush();
    if (!last.text().startsWith(Export.LAST_LINE + ",")) {
      throw new IOException("its last line is missing");
    }
  }
}
