package ecpay.app.command.debugging;

import ecpay.app.command.line.Pipe;
import ecpay.crypto.EncodingRefusedException;
import ecpay.crypto.Payload;
import ecpay.crypto.PayloadRefusedException;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code payload encrypt} and {@code payload decrypt}: the Data field of ECPG and e-invoice. */
@Command(
    name = "payload",
    description = {
      "ECPay's Data field, from standard input to standard output, in UTF-8.",
      "One line break at the end of the input is not part of it; the output ends with one only on a"
          + " terminal."
    })
public final class PayloadCommand {
  private final Pipe pipe;

  public PayloadCommand(Pipe pipe) {
    this.pipe = pipe;
  }

  @Command(name = "encrypt", description = "JSON in, Base64 out: URL-encoded, then AES-128-CBC.")
  int encrypt(@Mixin KeyOptions keys) throws IOException {
    Payload payload = Payload.with(keys.read(pipe.environment()));
    try {
      pipe.write(payload.encrypt(pipe.read()));
      return 0;
    } catch (EncodingRefusedException refused) {
      return refuse(String.valueOf(refused.getMessage()));
    }
  }

  @Command(
      name = "decrypt",
      description = "Base64 in, JSON out. Exit code 1 when the keys do not open it.")
  int decrypt(@Mixin KeyOptions keys) throws IOException {
    Payload payload = Payload.with(keys.read(pipe.environment()));
    try {
      pipe.write(payload.decrypt(pipe.read().strip()));
      return 0;
    } catch (PayloadRefusedException refused) {
      return refuse(
          "these keys do not open it: other keys, or not the whole Data field (standard Base64)");
    }
  }

  private int refuse(String why) {
    pipe.err().println(why);
    return 1;
  }
}
