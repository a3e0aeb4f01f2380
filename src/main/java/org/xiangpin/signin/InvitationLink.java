package org.xiangpin.signin;

import java.time.Instant;
import org.xiangpin.account.Account;

/** A one-time link, to be shown once to whoever made it. */
public record InvitationLink(Account person, String url, Instant expiresAt) {}
