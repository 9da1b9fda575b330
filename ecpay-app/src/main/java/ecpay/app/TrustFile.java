package ecpay.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificate authorities of the operator's choice, from a PEM file. */
final class TrustFile {
  private TrustFile() {}

  /**
   * A TLS context that trusts the certificates of the file and no others.
   *
   * @throws IllegalStateException naming the file if it holds none
   */
  static SSLContext context(Path pem) {
    try (InputStream file = Files.newInputStream(pem)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate authority :
          CertificateFactory.getInstance("X.509").generateCertificates(file)) {
        store.setCertificateEntry("authority-" + store.size(), authority);
      }
      if (store.size() == 0) {
        throw new IllegalStateException("outgoing.trust: no certificate in " + pem);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException unusable) {
      throw new IllegalStateException(
          "outgoing.trust: " + pem + " holds no readable certificates", unusable);
    }
  }
}
