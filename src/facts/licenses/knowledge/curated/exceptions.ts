// What an exception changes about the licence before it. An exception that is not named here leaves the strength as it is.
import type { LicenseProperty } from "../properties.ts";

export interface ExceptionGroup {
  /** The strength that is left of a strong copyleft. Permissive and weak licences keep theirs where that is weaker. */
  readonly lowersTo?: "weak";
  readonly adds?: readonly LicenseProperty[];
  readonly why: string;
  readonly ids: string;
}

export const exceptionGroups: readonly ExceptionGroup[] = [
  {
    lowersTo: "weak",
    adds: ["linking-allowed"],
    why: "Independent modules may be linked or combined under their own terms; the work itself stays under its licence.",
    ids: "Classpath-exception-2.0 GPL-3.0-linking-exception GPL-3.0-linking-source-exception LGPL-3.0-linking-exception OCaml-LGPL-linking-exception GNAT-exception GNU-compiler-exception CLISP-exception-2.0 freertos-exception-2.0 eCos-exception-2.0 FLTK-exception WxWindows-exception-3.1 Qwt-exception-1.0 OCCT-exception-1.0 Fawkes-Runtime-exception mif-exception SWI-exception LZMA-exception LLGPL 389-exception SANE-exception Qt-LGPL-exception-1.1 GPL-3.0-interface-exception QPL-1.0-INRIA-2004-exception u-boot-exception-2.0 Linux-syscall-note OpenJDK-assembly-exception-1.0",
  },
  {
    lowersTo: "weak",
    adds: ["linking-allowed"],
    why: "What the tool writes, or the run-time part that it compiles in, may be passed on under the user's own terms.",
    ids: "GCC-exception-2.0 GCC-exception-2.0-note GCC-exception-3.1 Bison-exception-1.24 Bison-exception-2.2 Autoconf-exception-2.0 Autoconf-exception-3.0 Autoconf-exception-generic Autoconf-exception-generic-3.0 Autoconf-exception-macro Libtool-exception Texinfo-exception Bootloader-exception Qt-GPL-exception-1.0 LLVM-exception Swift-exception GNOME-examples-exception fmt-exception gnu-javamail-exception",
  },
  {
    lowersTo: "weak",
    adds: ["linking-allowed"],
    why: "Documents that embed the font, or designs that use the library, do not come under the licence.",
    ids: "Font-exception-2.0 PS-or-PDF-font-exception-20170817 KiCad-libraries-exception",
  },
  {
    why: "Allows linking with OpenSSL (or another named library), or another narrow thing, only; for everything else the licence stays as strong as it is.",
    ids: "Asterisk-exception Gmsh-exception GStreamer-exception-2005 GStreamer-exception-2008 i2p-gpl-java-exception libpri-OpenH323-exception UBDL-exception cryptsetup-OpenSSL-exception openvpn-openssl-exception vsftpd-openssl-exception x11vnc-openssl-exception stunnel-exception",
  },
  {
    adds: ["relicensing-compatible"],
    why: "Allows combination with works under a list of other open licences; towards closed works nothing changes.",
    ids: "Universal-FOSS-exception-1.0 DigiRule-FOSS-exception SHL-2.0 SHL-2.1",
  },
  { why: "Gives those who fail to comply time to cure; the terms stay.", ids: "GPL-CC-1.0" },
];
