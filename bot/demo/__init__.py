"""The stage for the demo and the live tests: a real homeserver on loopback, thrown away afterwards."""
