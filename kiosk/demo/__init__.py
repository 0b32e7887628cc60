"""The demonstration: the school server and two kiosks on this computer, over a stand-in for the Timeback cloud."""
