package org.xiangpin.launch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import java.util.Comparator;

/** The demo's public address: one that a phone in the same network can open. */
final class PublicUrl {

  private PublicUrl() {}

  /** Sets {@code xiangpin.public-url} outside production, unless it is set. */
  static void provide() {
    if (Settings.isProduction() || Settings.find("xiangpin.public-url").isPresent()) {
      return;
    }
    String port = Settings.find("quarkus.http.port").orElse("8080");
    System.setProperty("xiangpin.public-url", "http://" + lanAddress() + ":" + port);
  }

  /** The address in the home or office network; {@code localhost} without one. */
  private static String lanAddress() {
    try {
      return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
          .filter(PublicUrl::isUsable)
          // bridges of virtual machines have high numbers; the real card comes first
          .sorted(Comparator.comparingInt(NetworkInterface::getIndex))
          .flatMap(card -> Collections.list(card.getInetAddresses()).stream())
          .filter(a -> a instanceof Inet4Address && a.isSiteLocalAddress())
          .map(InetAddress::getHostAddress)
          .findFirst()
          .orElse("localhost");
    } catch (SocketException e) {
      return "localhost";
    }
  }

  private static boolean isUsable(NetworkInterface card) {
    try {
      return card.isUp() && !card.isLoopback() && !card.isVirtual();
    } catch (SocketException e) {
      return false;
    }
  }
}
