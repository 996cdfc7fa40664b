package io.playledger.web.limit;

/**
 * The client of a request for rate limits.
 *
 * @param tier one of ANONYMOUS, PLAYER, PREMIUM, SERVER_OWNER, API_KEY
 * @param name id of the player or key; the address without a login
 * @param address the client's address, or the network that counts as one client
 */
record CountedClient(Counted tier, String name, String address) {

  static CountedClient anonymous(String address) {
    return new CountedClient(Counted.ANONYMOUS, address, address);
  }
}
