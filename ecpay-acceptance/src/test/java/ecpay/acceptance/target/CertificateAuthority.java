package ecpay.acceptance.target;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority of our own, made by the JDK's keytool, and one server certificate. */
final class CertificateAuthority {
  private static final String PASSWORD = "only-for-this-test";

  private final Path store;
  private final Path pem;

  private CertificateAuthority(Path store, Path pem) {
    this.store = store;
    this.pem = pem;
  }

  /** Makes an authority and a certificate for these hosts, in files below the folder. */
  static CertificateAuthority certifying(Collection<String> hosts, Path folder)
      throws IOException, InterruptedException {
    Path store = folder.resolve("stand-in.p12");
    Path pem = folder.resolve("ca.pem");
    String names = hosts.stream().map(host -> "dns:" + host).collect(Collectors.joining(","));
    keytool(
        store,
        "-genkeypair",
        "-alias",
        "ca",
        "-keyalg",
        "EC",
        "-ext",
        "bc:c",
        "-validity",
        "2",
        "-dname",
        "CN=Stand-in authority");
    keytool(
        store,
        "-genkeypair",
        "-alias",
        "server",
        "-keyalg",
        "EC",
        "-signer",
        "ca",
        "-ext",
        "san=" + names,
        "-validity",
        "2",
        "-dname",
        "CN=Stand-in");
    keytool(store, "-exportcert", "-alias", "ca", "-rfc", "-file", pem.toString());
    return new CertificateAuthority(store, pem);
  }

  /** The authority's certificate, for those who shall trust it. */
  Path pem() {
    return pem;
  }

  /** Shows the server certificate. */
  SSLContext serverContext() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    keys.deleteEntry("ca");
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void keytool(Path store, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-keystore",
                    store.toString(),
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    PASSWORD),
                Stream.of(arguments))
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("keytool failed: " + output);
    }
  }
}
