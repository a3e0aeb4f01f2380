package org.xiangpin.account;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the people in some entries of the access log; two queries at most. */
public record AccountNames(Map<Long, String> byId) {

  /** All of them, for entries about one person whom the reader looks after, or the reader. */
  public static AccountNames of(List<AccessLog> entries) {
    List<Long> ids = idsOf(entries);
    return of(ids.isEmpty() ? Stream.of() : Account.<Account>list("id in ?1", ids).stream());
  }

  /** Those who hold a role within the region; others stay without a name. */
  public static AccountNames within(String scopeCode, List<AccessLog> entries) {
    return of(Account.listWithin(scopeCode, idsOf(entries)).stream());
  }

  private static AccountNames of(Stream<Account> accounts) {
    return new AccountNames(
        accounts.collect(Collectors.toMap(Account::id, Account::name, (a, b) -> a)));
  }

  private static List<Long> idsOf(List<AccessLog> entries) {
    return entries.stream()
        .flatMap(e -> Stream.of(e.accountId(), e.actorId()).filter(Objects::nonNull))
        .distinct()
        .toList();
  }

  public String of(Long accountId) {
    return accountId == null ? "—" : byId.getOrDefault(accountId, "—");
  }
}
