package io.playledger.web.http;

/** The keyed hashes that requests are told apart by; who keeps the keys offers them. */
public interface RequestHashes {

  /** Over what a request asks. */
  KeyedHash ofRequests();

  /** Over the addresses of clients. */
  KeyedHash ofClientAddresses();
}
