/** Rooms, and the fan-out of packets that were encoded once. */
package dev.tenon.realtime.adapter;
