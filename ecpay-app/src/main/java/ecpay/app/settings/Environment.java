package ecpay.app.settings;

import ecpay.adapter.http.setting.EcpaySettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which ECPay the platform talks to, with its hosts and the scripts of its payment form. */
public enum Environment {
  /** One of our own, at an address of its own. */
  SANDBOX,
  STAGE,
  PRODUCTION;

  /** The public test keys of ECPay's stage (reference, README section 4). */
  private static final Set<String> STAGE_KEYS =
      Set.of("pwFHCqoQZGmho4w6", "FCnGLNS7P3xQ2q3E", "y6869NBszTuvhSRx", "ejCk326UnaZWKisg");

  private static final String HOME = ".ecpay.com.tw";
  private static final String SDK = "/Scripts/sdk-1.0.0.js";

  /** ECPay's own hosts; none for the sandbox, which has one address for all. */
  Optional<EcpaySettings.Hosts> hosts() {
    return switch (this) {
      case SANDBOX -> Optional.empty();
      case STAGE -> Optional.of(EcpaySettings.stage().hosts());
      case PRODUCTION -> Optional.of(EcpaySettings.production().hosts());
    };
  }

  /** Whether a host may be called here: ECPay's own hosts only from their own environment. */
  boolean mayCall(String host) {
    boolean ecpays = host.endsWith(HOME);
    boolean stages = host.endsWith("-stage" + HOME);
    return switch (this) {
      case SANDBOX -> !ecpays;
      case STAGE -> !ecpays || stages;
      case PRODUCTION -> !stages;
    };
  }

  /** Whether a key may be used here (R-TRN-08): the stage's on the stage only, and only those. */
  boolean mayUse(String hashKey) {
    return switch (this) {
      case SANDBOX -> true;
      case STAGE -> STAGE_KEYS.contains(hashKey);
      case PRODUCTION -> !STAGE_KEYS.contains(hashKey);
    };
  }

  /** The scripts of ECPay's payment form, in their order (reference, payments-ecpg section 6). */
  List<URI> scripts(URI sandbox) {
    return switch (this) {
      case SANDBOX -> List.of(sandbox.resolve(SDK));
      case STAGE, PRODUCTION ->
          List.of(
              URI.create("https://code.jquery.com/jquery-3.7.1.min.js"),
              URI.create("https://cdnjs.cloudflare.com/ajax/libs/forge/0.7.0/forge.min.js"),
              URI.create("https://ecpg.ecpay.com.tw" + SDK));
    };
  }

  /** Where the form of this environment talks to, besides where its scripts come from. */
  List<URI> formOrigins() {
    return hosts().map(EcpaySettings.Hosts::ecpg).stream().toList();
  }

  /** What ECPay's script calls this environment. */
  public String scriptName() {
    return this == PRODUCTION ? "Prod" : "Stage";
  }
}
