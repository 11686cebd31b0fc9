#!/bin/bash
# The init process of the lab's kernel: see lab.sh. LAB_WORK comes from the kernel's command line.
# Not "set -e": an init process that ends is a kernel panic; what fails here must still reach the power-off.

power_off() {
    sync
    echo o >/proc/sysrq-trigger
    # The kernel goes down by a worker of its own.
    while :; do read -rt 1 <> <(:); done
}

PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mountpoint -q /dev || mount -t devtmpfs devtmpfs /dev
mkdir -p /dev/shm /dev/pts
mount -t devpts devpts /dev/pts
mount -t tmpfs -o mode=1777 tmpfs /dev/shm
mount -t tmpfs -o mode=755 tmpfs /run
ln -s /proc/self/fd /dev/fd
mkdir /run/lock /run/tmp
chmod 1777 /run/lock /run/tmp

# The kernel loads modules by itself when they stand where modprobe looks.
mkdir -p /lib/modules
mount --bind /usr/lib/uml/modules /lib/modules

echo kubenet-lab >/proc/sys/kernel/hostname
ip link set lo up
modprobe ipv6

stty -F /dev/tty1 -opost
stty -F /dev/tty2 -opost

# Ends with status 125 if the command could not be started at all.
(
    mapfile -d '' -t command <"$LAB_WORK/command"
    mapfile -d '' -t environment <"$LAB_WORK/environment"
    cd "$(<"$LAB_WORK/directory")" || exit 125
    exec setsid env -i TERM=dumb TMPDIR=/run/tmp KUBENET_LAB=1 "${environment[@]}" "${command[@]}"
) </dev/null >/dev/tty1 2>/dev/tty2
status=$?

# Waits until the consoles have handed everything to the host.
stty -F /dev/tty1 cooked
stty -F /dev/tty2 cooked
echo "$status" >"$LAB_WORK/status"
power_off
