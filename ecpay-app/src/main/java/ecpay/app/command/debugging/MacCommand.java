package ecpay.app.command.debugging;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.app.command.line.Pipe;
import ecpay.crypto.CheckMac;
import ecpay.crypto.Digest;
import ecpay.crypto.EncodingRefusedException;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.crypto.MacDiagnosis;
import ecpay.crypto.SpaceEncoding;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mac compute} and {@code mac verify}: the CheckMacValue of form parameters. */
@Command(
    name = "mac",
    description = "ECPay's CheckMacValue of form-encoded parameters on standard input.")
public final class MacCommand {
  private final Pipe pipe;

  public MacCommand(Pipe pipe) {
    this.pipe = pipe;
  }

  @Command(
      name = "compute",
      description = "Prints the value. A CheckMacValue among the parameters does not count.")
  int compute(
      @Mixin KeyOptions keys,
      @Option(
              names = "--digest",
              paramLabel = "NAME",
              description = "sha256 (default) or md5",
              defaultValue = "SHA256")
          Digest digest,
      @Option(
              names = "--space",
              paramLabel = "HOW",
              description = "plus (default) or percent20",
              defaultValue = "PLUS")
          SpaceEncoding space)
      throws IOException {
    CheckMac mac = CheckMac.with(keys.read(pipe.environment()));
    try {
      pipe.write(mac.compute(FormFields.parse(pipe.read()), digest, space));
      return 0;
    } catch (EncodingRefusedException refused) {
      return refuse(refused);
    }
  }

  @Command(
      name = "verify",
      description = {
        "Exit code 0 if the CheckMacValue among the parameters is right, else 1.",
        "Without --digest it is told by the length of the value, as for the allowance callback; a"
            + " space may then be + or %%20. What does not match is explained without the keys."
      })
  int verify(
      @Mixin KeyOptions keys,
      @Option(names = "--digest", paramLabel = "NAME", description = "sha256 or md5")
          @Nullable Digest digest,
      @Option(names = "--space", paramLabel = "HOW", description = "plus or percent20")
          @Nullable SpaceEncoding space)
      throws IOException {
    CheckMac mac = CheckMac.with(keys.read(pipe.environment()));
    try {
      List<Field> fields = FormFields.parse(pipe.read());
      boolean right =
          space == null ? verified(mac, fields, digest) : same(mac, fields, digest, space);
      if (right) {
        pipe.err().println("The CheckMacValue is right.");
        return 0;
      }
      explain(mac.diagnose(fields));
      return 1;
    } catch (EncodingRefusedException refused) {
      return refuse(refused);
    }
  }

  private static boolean verified(CheckMac mac, List<Field> fields, @Nullable Digest digest) {
    return digest == null
        ? mac.verifyAllowanceConsent(fields, EnumSet.allOf(Digest.class))
        : mac.verify(fields, digest);
  }

  /** With the space encoding named, exactly that one is tried. */
  private static boolean same(
      CheckMac mac, List<Field> fields, @Nullable Digest digest, SpaceEncoding space) {
    List<String> received =
        fields.stream()
            .filter(field -> field.name().equals(CheckMac.FIELD))
            .map(Field::value)
            .toList();
    return received.size() == 1
        && EnumSet.allOf(Digest.class).stream()
            .filter(one -> digest == null || digest == one)
            .map(one -> mac.compute(fields, one, space))
            .anyMatch(computed -> equal(computed, received.getFirst()));
  }

  private static boolean equal(String computed, String received) {
    return MessageDigest.isEqual(
        computed.getBytes(US_ASCII), received.toUpperCase(Locale.ROOT).getBytes(UTF_8));
  }

  private void explain(MacDiagnosis diagnosis) {
    pipe.err().println("The CheckMacValue is wrong.");
    diagnosis.findings().forEach(finding -> pipe.err().println("- " + finding));
    pipe.err().println("Parameters in signing order:");
    diagnosis.signingOrder().stream()
        .map(field -> "  " + field.name() + "=" + field.value())
        .forEach(pipe.err()::println);
    pipe.err().println("Encoded text, keys masked:");
    pipe.err().println("  " + diagnosis.encodedText());
  }

  private int refuse(EncodingRefusedException refused) {
    pipe.err().println("the parameters are not form-encoded: " + refused.getMessage());
    return 1;
  }
}
