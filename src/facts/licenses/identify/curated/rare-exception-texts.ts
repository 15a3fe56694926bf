// The sentences by which the rarer exceptions are recognised, written like those in exception-texts.ts. Source: the exceptions as the SPDX list quotes them.

export const rareExceptionTexts: Readonly<Record<string, readonly string[]>> = {
  "389-exception": [
    'In addition, as a special exception, Red Hat, Inc. gives You the additional right to link the code of [name] with code not covered under the GNU General Public License ("Non-GPL Code") and to distribute linked combinations including the two, subject to the limitations in this paragraph.',
  ],
  "Asterisk-exception": [
    "In addition, when this program is distributed with Asterisk in any form that would qualify as a 'combined work' or as a 'derivative work' (but not mere aggregation), you can redistribute and/or modify the combination under the terms of the license provided with that copy of Asterisk, instead of the license terms granted here.",
  ],
  "Bootloader-exception": [
    "In addition to the permissions in the GNU General Public License, the authors give you unlimited permission to link or embed compiled bootloader and related files into combinations with other programs, and to distribute those combinations without any restriction coming from the use of those files.",
  ],
  "CLISP-exception-2.0": [
    "This copyright does NOT cover user programs that run in CLISP and third-party packages not part of CLISP, if a) They only reference external symbols in CLISP's public packages",
  ],
  "DigiRule-FOSS-exception": [
    '"FOSS Notice" means a notice placed by DigiRule Solutions in a copy of the Client Libraries stating that such copy of the Client Libraries may be distributed under DigiRule Solutions\'s or FOSS License Exception.',
  ],
  "Fawkes-Runtime-exception": [
    "An independent module is a module which is not derived from or based on this library. If you modify this library, you may extend this exception to your version of the library, but you are not obligated to do so. If you do not wish to do so, delete this exception statement from your version. Additionally if other files instantiate templates or use macros or inline functions from this file, or you compile this file and link it with other files to produce an executable, this file does not by itself cause the resulting executable to be covered by the GNU General Public License.",
  ],
  "fmt-exception": [
    "As an exception, if, as a result of your compiling your source code, portions of this Software are embedded into a machine-executable object form of such source code, you may redistribute such embedded portions in such object form without including the above copyright and permission notices.",
  ],
  "freertos-exception-2.0": [
    "As a special exception, the copyright holder of FreeRTOS gives you permission to link FreeRTOS with independent modules that communicate with FreeRTOS solely through the FreeRTOS API interface, regardless of the license terms of these independent modules, and to copy and distribute the resulting combined work under terms of your choice",
  ],
  "GCC-exception-2.0-note": [
    "In addition to the permissions in the GNU Lesser General Public License, the Free Software Foundation gives you unlimited permission to link the compiled version of this file with other programs, and to distribute those programs without any restriction coming from the use of this file.",
  ],
  "Gmsh-exception": [
    "The copyright holders of Gmsh give you permission to combine Gmsh with code included in the standard release of Netgen",
  ],
  "GNOME-examples-exception": [
    "As a special exception, the copyright holders give you permission to copy, modify, and distribute the example code contained in this document under the terms of your choosing, without restriction.",
  ],
  "GPL-3.0-interface-exception": [
    "As a special exception, the copyright holders of [name] give you permission to combine [name] program with free software programs or libraries that are released under the GNU LGPL and with independent modules that communicate with [name] solely through the [name] interface.",
  ],
  "GPL-3.0-linking-source-exception": [
    "If you modify this Program, or any covered work, by linking or combining it with [name] (or a modified version of that library), containing parts covered by the terms of [name], the licensors of this Program grant you additional permission to convey the resulting work. Corresponding Source for a non-source form of such a combination shall include the source code for the parts of [name] used as well as that of the covered work.",
  ],
  "GStreamer-exception-2005": [
    "The [name] project hereby grant permission for non-gpl compatible GStreamer plugins to be used and distributed together with GStreamer and [name]. This permission is above and beyond the permissions granted by the GPL license [name] is covered by.",
  ],
  "GStreamer-exception-2008": [
    "This project hereby grants permission for non-GPL compatible GStreamer plugins to be used and distributed together with GStreamer and [name]. This permission is above and beyond the permissions granted by the GPL license by which [name] is covered. If you modify this code, you may extend this exception to your version of the code, but you are not obligated to do so.",
  ],
  "i2p-gpl-java-exception": [
    "In addition, as a special exception, [name] gives permission to link the code of this program with the proprietary Java implementation provided by Sun (or other vendors as well), and distribute linked combinations including the two.",
  ],
  "KiCad-libraries-exception": [
    "To the extent that the creation of electronic designs that use 'Licensed Material' can be considered to be 'Adapted Material', then the copyright holder waives article 3 of the license with respect to these designs and any generated files which use data provided as part of the 'Licensed Material'.",
  ],
  "libpri-OpenH323-exception": [
    "As a special exception, libpri may also be linked to the OpenH323 library, so long as the entirity of the derivative work (as defined within the GPL) is licensed either under the MPL of the OpenH323 license or the GPL of libpri.",
  ],
  LLGPL: [
    "However, the LGPL uses terminology that is more appropriate for a program written in C than one written in Lisp. Nevertheless, the LGPL can still be applied to a Lisp program if certain clarifications are made.",
  ],
  "LZMA-exception": [
    "the authors of the LZMA compression module for NSIS, expressly permit you to statically or dynamically link your code (or bind by name) to the files from the LZMA compression module for NSIS without subjecting your linked code to the terms of the Common Public license version 1.0.",
  ],
  "OCCT-exception-1.0": [
    "As a special exception to the GNU Lesser General Public License version 2.1, you may distribute such object code incorporating material from header files provided with the Open CASCADE Technology libraries (including code of CDL generic classes) under terms of your choice",
  ],
  "OpenJDK-assembly-exception-1.0": [
    'As a special exception, Oracle gives you permission to link this OpenJDK Code with certain code licensed by Oracle as indicated at http://openjdk.java.net/legal/exception-modules-2007-05-08.html ("Designated Exception Modules") to produce an executable, regardless of the license terms of the Designated Exception Modules',
  ],
  "PS-or-PDF-font-exception-20170817": [
    "As a special exception, permission is granted to include these font programs in a Postscript or PDF file that consists of a document that contains text to be displayed or printed using this font, regardless of the conditions or license applying to the document itself.",
  ],
  "QPL-1.0-INRIA-2004-exception": [
    "As a special exception to the Q Public License, you may develop application programs, reusable components and other software items that link with the original or modified versions of the [name] and are not made available to the general public, without any of the additional requirements listed in clause 6c of the Q Public license.",
  ],
  "Qt-GPL-exception-1.0": [
    "As a special exception, you may create a larger work which contains the output of this application and distribute that work under terms of your choice, so long as the work is not otherwise derived from or based on this application and so long as the work does not in itself generate output that contains the output from this application in its original or modified form.",
  ],
  "Qwt-exception-1.0": [
    "Static linking of applications and widgets to the Qwt library does not constitute a derivative work and does not require the author to provide source code for the application or widget, use the shared Qwt libraries, or link their applications or widgets against a user-supplied version of Qwt.",
  ],
  "SANE-exception": [
    "As a special exception, the authors of [name] give permission for additional uses of the libraries contained in this release of [name]. The exception is that, if you link a [name] library with other files to produce an executable, this does not by itself cause the resulting executable to be covered by the GNU General Public License.",
  ],
  "SHL-2.0": [
    'This licence (the "Licence") operates as a wraparound licence to the Apache License Version 2.0 (the "Apache License") and grants to You the rights, and imposes the obligations, set out in the Apache License',
  ],
  "SHL-2.1": [
    'This license operates as a wraparound license to the Apache License Version 2.0 (the "Apache License") and incorporates the terms and conditions of the Apache License',
  ],
  "stunnel-exception": [
    "In addition, as a special exception, the copyright holder of stunnel gives you permission to combine stunnel with free software programs or libraries that are released under the GNU LGPL and with code included in the standard release of OpenSSL under the OpenSSL License",
  ],
  "SWI-exception": [
    "As a special exception, if you link this library with other files, compiled with a Free Software compiler, to produce an executable, this library does not by itself cause the resulting executable to be covered by the GNU General Public License.",
  ],
  "UBDL-exception": [
    "This Licence allows for the distribution of unmodified binaries built from publicly available source code, without imposing the obligations of the GNU General Public License upon anyone who chooses to distribute only the unmodified binaries built from that source code.",
  ],
  "vsftpd-openssl-exception": [
    "As copyright holder, I give permission for vsftpd to be linked to the OpenSSL libraries. This includes permission for vsftpd binaries to be distributed linked against the OpenSSL libraries.",
  ],
  "x11vnc-openssl-exception": [
    'In addition, as a special exception, [name] gives permission to link the code of its release of x11vnc with the OpenSSL project\'s "OpenSSL" library (or with modified versions of it that use the same license as the "OpenSSL" library), and distribute the linked executables.',
  ],
};
