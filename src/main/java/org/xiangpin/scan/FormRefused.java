package org.xiangpin.scan;

import org.xiangpin.shared.Refusal;

/** What a buyer sent is not taken; nothing of it is kept. */
final class FormRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private FormRefused(int status, String code, String chinese, String english) {
    super(status, code, chinese, english);
  }

  static FormRefused noSuchLabel() {
    return new FormRefused(
        404,
        "no-such-label",
        "没有发过这枚标签，请重新扫标签再来。",
        "No such label was ever issued; scan the label again and come from its page.");
  }

  static FormRefused noCode() {
    return new FormRefused(
        404,
        "no-scratch-code",
        "这枚标签没有刮刮码，不用验。",
        "This label has no code under a layer; there is nothing to check.");
  }

  static FormRefused unreadable() {
    return new FormRefused(
        400,
        "form-unreadable",
        "表单里有百分号写得不对，读不懂，请返回再填一次。",
        "A percent sign of the form is not followed by two hexadecimal digits; fill it in again.");
  }

  static FormRefused place() {
    return new FormRefused(
        400,
        "invalid-place",
        "位置 at 要写纬度和经度，各带一位小数，中间用逗号：28.2,112.9。",
        "The place (at) is latitude and longitude with one decimal each and a comma: 28.2,112.9.");
  }

  static FormRefused withoutLength() {
    return new FormRefused(
        411,
        "length-required",
        "请求没有写明内容有多长（Content-Length）。",
        "The request does not say how long it is (Content-Length).");
  }

  static FormRefused tooLong() {
    return new FormRefused(
        413, "too-long", "写得太长了，请写短一点。", "That is too long; write less, please.");
  }

  static FormRefused tooOften() {
    return new FormRefused(
        429, "too-often", "这里交得太多了，请过十分钟再来。", "Too many from here; come back in ten minutes.");
  }
}
