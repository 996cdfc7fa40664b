package io.playledger.access.secret;

import io.playledger.access.StartRefusedException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the master keys: the one that encrypts in its setting or, if that is empty, in a file of
 * the data folder that only its owner can read and that the first start creates; and the former
 * ones in their setting. Values cannot be decrypted without their key.
 */
final class MasterKeys {

  private static final String FILE = "master.key";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private MasterKeys() {}

  /** The keys, each once; the first encrypts, all decrypt. */
  static List<MasterKey> find(MasterKeySettings settings) {
    Map<String, MasterKey> keys = new LinkedHashMap<>();
    MasterKey current = new MasterKey(current(settings));
    keys.put(current.id(), current);
    for (String previous : settings.previousMasterKeys()) {
      MasterKey key = new MasterKey(decode(previous, "PLAYLEDGER_PREVIOUS_MASTER_KEYS"));
      keys.putIfAbsent(key.id(), key);
    }
    return List.copyOf(keys.values());
  }

  private static byte[] current(MasterKeySettings settings) {
    if (!settings.masterKey().isBlank()) {
      return decode(settings.masterKey(), "PLAYLEDGER_MASTER_KEY");
    }
    Path file = settings.dataFolder().resolve(FILE);
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      requireOwnerOnly(file);
      return decode(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new StartRefusedException("Cannot read or create the master key " + file, e);
    }
  }

  private static void create(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    byte[] key = new byte[Secrets.KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Path draft =
        Files.createTempFile(
            file.getParent(), FILE, ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try {
      Files.writeString(
          draft, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.SYNC);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // another start was faster, so its key is used
      Files.readString(file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void requireOwnerOnly(Path file) throws IOException {
    if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw new StartRefusedException(
          "Other users can read the master key " + file + ": chmod 600 it, then start again.");
    }
  }

  private static byte[] decode(String text, String where) {
    try {
      byte[] key = Base64.getDecoder().decode(text.strip());
      if (key.length == Secrets.KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      throw new StartRefusedException(where + " is not base64", e);
    }
    throw new StartRefusedException(where + " must be " + Secrets.KEY_BYTES + " bytes in base64");
  }
}
