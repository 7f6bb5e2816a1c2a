"""The program: Matrix, the store, the loop and the command line around the commands of a group."""
