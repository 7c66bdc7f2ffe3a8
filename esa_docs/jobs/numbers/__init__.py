"""Numbers given, reserved, cancelled and imported; the registers that are printed."""
