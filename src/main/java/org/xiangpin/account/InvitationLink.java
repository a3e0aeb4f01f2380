package org.xiangpin.account;

import java.time.Instant;

/** A one-time link, to be shown once to whoever made it. */
public record InvitationLink(Account person, String url, Instant expiresAt) {}
