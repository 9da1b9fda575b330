package ecpay.adapter.persistence.embedded;

import ecpay.adapter.persistence.embedded.EmbeddedDatabase.UnavailableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per version and folder. */
final class Binaries {
  private static final String PARTIAL = ".partial-";
  private static final int EXECUTABLE = 0100;

  private Binaries() {}

  /** The folder with {@code bin}, {@code lib} and {@code share}. */
  static synchronized Path unpackedIn(Path home) throws IOException {
    byte[] archive = archive();
    Path complete = home.resolve(fingerprint(archive));
    if (Files.isDirectory(complete)) {
      return complete;
    }
    Files.createDirectories(home);
    deleteAbandoned(home);
    Path partial = home.resolve(complete.getFileName() + PARTIAL + ProcessHandle.current().pid());
    unpack(archive, partial);
    try {
      Files.move(partial, complete, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherWasFaster) {
      Folders.delete(partial);
    }
    return complete;
  }

  private static byte[] archive() throws IOException {
    String name = "/postgres-" + system() + "-" + processor() + ".txz";
    try (InputStream resource = Binaries.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new UnavailableException(
            "there is no built-in PostgreSQL for this machine (" + name + "): give the URL of one");
      }
      return resource.readAllBytes();
    }
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name;
  }

  private static String processor() {
    String name = System.getProperty("os.arch");
    return switch (name) {
      case "amd64" -> "x86_64";
      case "aarch64" -> "arm_64";
      default -> name;
    };
  }

  private static String fingerprint(byte[] archive) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Deletes what processes left behind that died while they were unpacking. */
  private static void deleteAbandoned(Path home) throws IOException {
    try (Stream<Path> entries = Files.list(home)) {
      entries.filter(Binaries::isAbandoned).forEach(Folders::delete);
    }
  }

  private static boolean isAbandoned(Path entry) {
    String name = entry.getFileName().toString();
    int mark = name.indexOf(PARTIAL);
    if (mark < 0) {
      return false;
    }
    long process = Long.parseLong(name.substring(mark + PARTIAL.length()));
    return process == ProcessHandle.current().pid()
        || ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty();
  }

  private static void unpack(byte[] archive, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, target);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path file = target.resolve(entry.getName()).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("the archive points outside itself: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.resolve("..").normalize());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, file);
    if ((entry.getMode() & EXECUTABLE) != 0) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
