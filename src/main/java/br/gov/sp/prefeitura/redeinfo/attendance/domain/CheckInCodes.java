package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that are shown at an event and change with time, after RFC 6238 but longer: HMAC-SHA256 of
 * the event and the time step, of which 40 bits are shown. And tickets, by which who read a code in
 * time may take a while to sign in.
 */
final class CheckInCodes {

  /** Without letters and digits that people take for each other. */
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int LENGTH = 8;
  private static final Pattern TICKET = Pattern.compile("(\\d{1,12})\\.([A-Za-z0-9_-]{43})");

  private final long eventId;
  private final SecretKeySpec key;
  private final Duration step;

  CheckInCodes(long eventId, byte[] key, Duration step) {
    this.eventId = eventId;
    this.key = new SecretKeySpec(key, "HmacSHA256");
    this.step = step;
  }

  /** The code of the moment. */
  String at(Instant moment) {
    return code(moment.toEpochMilli() / step.toMillis());
  }

  /** When the code of the moment is followed by the next one. */
  Instant until(Instant moment) {
    return Instant.ofEpochMilli((moment.toEpochMilli() / step.toMillis() + 1) * step.toMillis());
  }

  /** Whether it is the code of the moment or the one before; typed in any case, with any spaces. */
  boolean isGood(String typed, Instant moment) {
    String code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    long window = moment.toEpochMilli() / step.toMillis();
    return equal(code, code(window)) | equal(code, code(window - 1));
  }

  /** Proves until then that its bearer read a code in time. */
  String ticket(Instant until) {
    return until.getEpochSecond() + "." + seal(until.getEpochSecond());
  }

  boolean isGoodTicket(String ticket, Instant moment) {
    Matcher parts = TICKET.matcher(ticket);
    return parts.matches()
        && equal(parts.group(2), seal(Long.parseLong(parts.group(1))))
        && moment.getEpochSecond() < Long.parseLong(parts.group(1));
  }

  private String seal(long until) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac("ticket", until));
  }

  private String code(long window) {
    long bits = ByteBuffer.wrap(mac("code", window)).getLong();
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt((int) (bits & 31)));
      bits >>>= 5;
    }
    return code.toString();
  }

  private byte[] mac(String purpose, long number) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal((purpose + ' ' + eventId + ' ' + number).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In the same time whatever is wrong. */
  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
