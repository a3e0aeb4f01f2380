package org.xiangpin.benchmark;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Secrets;
import org.xiangpin.traceability.DigitalLink;
import org.xiangpin.traceability.Gtin;
import org.xiangpin.traceability.LabelSerials;
import org.xiangpin.traceability.sign.LabelSigner;
import org.xiangpin.traceability.sign.SigningKey;

/** Links of labels of the certified lots in a database, with serials under the counties' keys. */
final class Labels {

  /** No roll of the demo has this number. */
  private static final int ROLL = 30_000;

  private record CertifiedLot(long id, String gtin, String code, String county) {}

  private Labels() {}

  /**
   * So many paths, taken from the lots in turn.
   *
   * @param host with which they are signed, as the service's public URL; empty for no signatures
   */
  static List<String> paths(Connection database, Secrets secrets, int count, String host)
      throws SQLException {
    List<CertifiedLot> lots = lots(database);
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < lots.size(); i++) {
      CertifiedLot lot = lots.get(i);
      LabelSerials serials = new LabelSerials(key(database, secrets, lot.county()));
      issue(database, lot);
      LabelSigner signer = host.isEmpty() ? null : signer(database, secrets, lot.county());
      Gtin gtin = Gtin.parse(lot.gtin());
      for (int index = 1; (index - 1) * lots.size() + i < count; index++) {
        String serial = serials.serial(gtin, lot.code(), ROLL, index);
        DigitalLink link = DigitalLink.ofSerial(gtin, lot.code(), serial);
        paths.add(
            signer == null ? link.path() : signer.sign(link.on(host)).substring(host.length()));
      }
    }
    return paths;
  }

  private static List<CertifiedLot> lots(Connection database) throws SQLException {
    List<CertifiedLot> lots = new ArrayList<>();
    try (PreparedStatement query =
            database.prepareStatement(
                "select l.id, l.gtin, l.code, p.county_code from lot l join product p"
                    + " on p.id = l.product_id where l.state = 'CERTIFIED' order by l.id");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        lots.add(
            new CertifiedLot(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
      }
    }
    if (lots.isEmpty()) {
      throw new IllegalStateException("no certified lot in this database; start with the demo");
    }
    return lots;
  }

  /** The roll of these labels, in use, as if somebody had printed it for himself; once. */
  private static void issue(Connection database, CertifiedLot lot) throws SQLException {
    try (PreparedStatement roll =
            database.prepareStatement(
                "insert into label_roll (id, lot_id, number, size, key_id, issued_by, issued_at)"
                    + " select ?, ?, ?, 1000000, max(k.id), 1, utc_timestamp(6) from label_key k"
                    + " where k.county_code = ? on duplicate key update size = 1000000");
        PreparedStatement step =
            database.prepareStatement(
                "insert into custody_step (id, roll_id, number, event_id, kind, first_index,"
                    + " last_index, holder_id, holder_name, region_code)"
                    + " select ?, r.id, 1, e.id, 'ISSUED', 1, r.size, 1, '', l.region_code"
                    + " from label_roll r join lot l on l.id = r.lot_id"
                    + " join (select max(id) as id from trace_event where lot_id = ?"
                    + " and type = 'CERTIFIED') e"
                    + " where r.lot_id = ? and r.number = ?"
                    + " on duplicate key update custody_step.number = 1")) {
      roll.setLong(1, Ids.next());
      roll.setLong(2, lot.id());
      roll.setInt(3, ROLL);
      roll.setString(4, lot.county());
      roll.executeUpdate();
      step.setLong(1, Ids.next());
      step.setLong(2, lot.id());
      step.setLong(3, lot.id());
      step.setInt(4, ROLL);
      step.executeUpdate();
    }
  }

  /** The county's key, made if it has none yet; the service takes it up within seconds. */
  private static byte[] key(Connection database, Secrets secrets, String county)
      throws SQLException {
    String context = "label-key:" + county;
    try (PreparedStatement query =
        database.prepareStatement(
            "select sealed_key from label_key where county_code = ? order by id desc")) {
      query.setString(1, county);
      try (ResultSet row = query.executeQuery()) {
        if (row.next()) {
          return secrets.open(row.getString(1), context);
        }
      }
    }
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    try (PreparedStatement insert =
        database.prepareStatement(
            "insert into label_key (id, county_code, sealed_key, created_at)"
                + " values (?, ?, ?, utc_timestamp(6))")) {
      insert.setLong(1, Ids.next());
      insert.setString(2, county);
      insert.setString(3, secrets.seal(key, context));
      insert.executeUpdate();
    }
    return key;
  }

  private static int signingKeys(Connection database) throws SQLException {
    try (PreparedStatement query =
            database.prepareStatement(
                "select count(*) from label_signing_key where name like 'z_'");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  /** The county's signing key in use, made if it has none. */
  private static LabelSigner signer(Connection database, Secrets secrets, String county)
      throws SQLException {
    try (PreparedStatement query =
        database.prepareStatement(
            "select name, sealed_seed from label_signing_key"
                + " where county_code = ? and valid_to is null and revoked_at is null")) {
      query.setString(1, county);
      try (ResultSet row = query.executeQuery()) {
        if (row.next()) {
          byte[] seed = secrets.open(row.getString(2), "label-signing-key:" + row.getString(1));
          return new LabelSigner(row.getString(1), SigningKey.ofSeed(seed));
        }
      }
    }
    String name = "z" + signingKeys(database);
    SigningKey key = SigningKey.generate(new SecureRandom());
    try (PreparedStatement insert =
        database.prepareStatement(
            "insert into label_signing_key (id, county_code, name, public_key, sealed_seed,"
                + " valid_from) values (?, ?, ?, ?, ?, utc_timestamp())")) {
      insert.setLong(1, Ids.next());
      insert.setString(2, county);
      insert.setString(3, name);
      insert.setString(4, key.publicKey().toString());
      insert.setString(5, secrets.seal(key.seed(), "label-signing-key:" + name));
      insert.executeUpdate();
    }
    return new LabelSigner(name, key);
  }
}
