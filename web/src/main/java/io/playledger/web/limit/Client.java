package io.playledger.web.limit;

/**
 * Who asks, as rates see it.
 *
 * @param tier one of ANONYMOUS, PLAYER, PREMIUM, SERVER_OWNER, API_KEY
 * @param name of the player or key; the address where nobody is logged in
 * @param address the client's, or the network that counts as one client
 */
record Client(Counted tier, String name, String address) {

  static Client anonymous(String address) {
    return new Client(Counted.ANONYMOUS, address, address);
  }
}
