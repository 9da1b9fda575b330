package ecpay.app.command.doctor;

import ecpay.app.command.line.Pipe;
import ecpay.app.command.options.SettingsFile;
import ecpay.app.settings.InvalidSettingsException;
import ecpay.app.settings.Settings;
import ecpay.domain.merchant.CallbackUrl;
import ecpay.domain.merchant.CallbackUrls;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code doctor}: whether what ECPay posts to each callback address arrives at the platform. */
@Command(
    name = "doctor",
    description = {
      "Posts to each address at which ECPay's server reports, as ECPay does, and says what is in"
          + " the way: a redirect, a login, a port, a proxy that keeps the path or the method, a"
          + " certificate. Run it where the internet is, not beside the platform. What it posts is"
          + " no notice of ECPay's: the platform refuses and keeps it, and nothing else changes.",
      "Exit code 0 if all arrive, else 1."
    })
public final class DoctorCommand implements Callable<Integer> {
  private final Pipe pipe;

  @Mixin private final SettingsFile file = new SettingsFile();

  @Option(
      names = "--at",
      paramLabel = "URL",
      description =
          "Post the same paths there, such as at http://127.0.0.1:8080, past whatever stands in"
              + " front of the platform.")
  private @Nullable URI at;

  public DoctorCommand(Pipe pipe) {
    this.pipe = pipe;
  }

  @Override
  public Integer call() {
    try (Probe probe = new Probe()) {
      Settings settings = file.read(pipe.environment());
      long lost =
          settings.shops().stream()
              .flatMap(shop -> addresses(shop.merchant().callbacks()).stream())
              .filter(address -> !arrives(probe, place(address)))
              .count();
      return lost == 0 ? 0 : 1;
    } catch (InvalidSettingsException invalid) {
      pipe.err().println(invalid.getMessage());
      return 1;
    }
  }

  /** Those that ECPay's server calls; the others are opened by browsers. */
  private static List<CallbackUrl> addresses(CallbackUrls urls) {
    return List.of(
        urls.paymentReturn(),
        urls.periodReturn(),
        urls.hosted().paymentReturn(),
        urls.hosted().paymentInfo(),
        urls.hosted().periodReturn(),
        urls.delayedInvoice(),
        urls.allowanceReturn());
  }

  private URI place(CallbackUrl address) {
    URI uri = URI.create(address.value());
    return at == null ? uri : URI.create(at.toString().replaceFirst("/+$", "") + uri.getRawPath());
  }

  private boolean arrives(Probe probe, URI address) {
    Optional<String> complaint = probe.complaint(address);
    pipe.out()
        .println(
            complaint
                .map(why -> "lost     " + address + "\n         " + why)
                .orElse("arrives  " + address));
    return complaint.isEmpty();
  }
}
