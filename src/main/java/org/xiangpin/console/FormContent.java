package org.xiangpin.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/** All that a form holds, in one number: two forms that say the same have the same. */
final class FormContent {

  /** Changes with every page, whatever is typed. */
  private static final String TOKEN = "csrf";

  private FormContent() {}

  /** SHA-256 in hexadecimal of some words before it and of every field and file. */
  static String sha256(FormData form, String... before) {
    MessageDigest digest = sha256();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      for (String word : before) {
        write(out, word);
      }
      TreeSet<String> names = new TreeSet<>();
      form.forEach(names::add);
      names.remove(TOKEN);
      for (String name : names) {
        for (FormValue value : form.get(name)) {
          write(out, name);
          write(out, value);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void write(OutputStream out, FormValue value) throws IOException {
    if (value.isFileItem()) {
      try (InputStream file = value.getFileItem().getInputStream()) {
        file.transferTo(out);
      }
    } else {
      write(out, value.getValue());
    }
  }

  /** Behind its length, so that no two lists of words run into the same text. */
  private static void write(OutputStream out, String word) throws IOException {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    out.write((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    out.write(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
