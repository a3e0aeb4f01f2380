package org.xiangpin.producer;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import org.xiangpin.shared.Lang;

/** A class of NY/T 3177-2018 (农产品分类与代码), for example 010302 核果类. */
@Entity
@Table(name = "product_category")
public class ProductCategory extends PanacheEntityBase {

  @Id String code;
  String name;

  @Column(name = "english_name")
  String englishName;

  protected ProductCategory() {}

  /** Empty for null, for anything but digits, and for a code that the standard does not have. */
  static Optional<ProductCategory> findByCode(String code) {
    // text beyond ASCII cannot be compared with the column
    return code != null && code.matches("[0-9]{2,12}") ? findByIdOptional(code) : Optional.empty();
  }

  public static List<ProductCategory> all() {
    return list("order by code");
  }

  public String code() {
    return code;
  }

  public String label(Lang lang) {
    return lang.of(name, englishName);
  }
}
